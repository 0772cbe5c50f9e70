import type { components } from '../../api/schema';
import { choices, choose } from '../../sound/choices';
import { chooseLanguage, language } from '../../text/text';

export type Settings = components['schemas']['Settings'];

/** The settings as this device has them: how it leads and speaks is chosen on each device, and the server keeps what was chosen last. */
export function asOnDevice(kept: Settings): Settings {
  const { voice, beeps, waitForTap } = choices();
  return { ...kept, english: language() === 'en-US' ? 'american' : 'british', voice, sounds: beeps, get_ready: waitForTap ? 'tap' : 'count' };
}

/** Puts settings that the server has kept to use on this device. Hands back whether the pages must be loaded anew to show them. */
export function useOnDevice(settings: Settings): boolean {
  choose({ ...choices(), voice: settings.voice, beeps: settings.sounds, waitForTap: settings.get_ready === 'tap' });
  const chosen = settings.english === 'american' ? 'en-US' : 'en-GB';
  if (chosen === language()) return false;
  chooseLanguage(chosen);
  return true;
}
