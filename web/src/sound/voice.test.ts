import { describe, expect, it } from 'vitest';
import { localVoice } from './voice';

const voice = (lang: string, localService: boolean, isDefault = false) => ({ lang, localService, default: isDefault });

describe('the voice', () => {
  it('never speaks through another host', () => {
    expect(localVoice([voice('en-GB', false, true), voice('en-US', false)], 'en-GB')).toBeNull();
  });

  it("speaks the runner's own form of the language where this device can", () => {
    const british = voice('en_GB', true);
    expect(localVoice([voice('en-US', true, true), british], 'en-GB')).toBe(british);
  });

  it('speaks the other form rather than none, and no other language', () => {
    const american = voice('en-US', true);
    expect(localVoice([voice('de-DE', true, true), american], 'en-GB')).toBe(american);
    expect(localVoice([voice('de-DE', true, true)], 'en-GB')).toBeNull();
  });
});
