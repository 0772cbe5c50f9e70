import { mount } from 'svelte';
import App from './App.svelte';
import { registerServiceWorker } from './offline/service_worker';
import { language } from './text/text';
import { showTheme } from './ui/theme';
import './ui/tokens.css';
import './ui/base.css';

document.documentElement.lang = language();
showTheme();
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target });
registerServiceWorker();
