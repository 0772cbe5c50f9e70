// Writes the made-up run with the encoder of npm's @garmin/fitsdk, so that our reader meets files that we did not write.
// Usage: node write_fitsdk_fixtures.mjs FOLDER (with @garmin/fitsdk installed beside this script's copy)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encoder, Profile } from '@garmin/fitsdk';

const folder = process.argv[2];
const start = new Date('2026-03-01T08:00:00Z');
const at = (seconds) => new Date(start.getTime() + seconds * 1000);
const semicircles = (degrees) => Math.round((degrees * 2 ** 31) / 180);
const fitSeconds = (date) => Math.round(date.getTime() / 1000) - 631065600;
const number = Profile.MesgNum;
const records = 61;
const step = 5;
const last = (records - 1) * step;

function begin(type, encoder = new Encoder()) {
  encoder.onMesg(number.FILE_ID, { type, manufacturer: 'development', product: 0, serialNumber: 1, timeCreated: start });
  return encoder;
}

function end(name, encoder) {
  writeFileSync(join(folder, name), encoder.close());
}

function timer(encoder, seconds, eventType) {
  encoder.onMesg(number.EVENT, { timestamp: at(seconds), event: 'timer', eventType });
}

function activity(encoder, sessions, offset) {
  encoder.onMesg(number.ACTIVITY, { timestamp: at(last), numSessions: sessions, totalTimerTime: last, type: 'manual',
    localTimestamp: fitSeconds(at(last)) + offset });
}

// A trail run with everything, a field of a foreign developer, and a pause of 20 s.
{
  const developer = { developerDataIndex: 0, applicationId: Array(16).fill(7), applicationVersion: 1 };
  const field = { developerDataIndex: 0, fieldDefinitionNumber: 0, fitBaseTypeId: 'uint16', fieldName: 'bounce', units: 'mm' };
  const encoder = begin('activity', new Encoder({ fieldDescriptions: { 0: { developerDataIdMesg: developer, fieldDescriptionMesg: field } } }));
  encoder.onMesg(number.DEVELOPER_DATA_ID, developer);
  encoder.onMesg(number.FIELD_DESCRIPTION, field);
  timer(encoder, 0, 'start');
  for (let i = 0; i < records; ++i) {
    const time = i * step;
    if (time === 105) timer(encoder, 100, 'stopAll');
    if (time === 120) timer(encoder, 120, 'start');
    if (time > 100 && time < 120) continue;
    encoder.onMesg(number.RECORD, { timestamp: at(time), positionLat: semicircles(47 + i * 0.000135), positionLong: semicircles(8.5),
      distance: i * 15, enhancedSpeed: 3, enhancedAltitude: 400 + i * 0.2, heartRate: 120 + (i % 30), cadence: 84, fractionalCadence: 0.5,
      power: 250, temperature: -3, developerFields: { 0: 80 + i } });
  }
  timer(encoder, last, 'stopAll');
  encoder.onMesg(number.LAP, { timestamp: at(last), startTime: start, totalElapsedTime: last, totalTimerTime: 280, totalDistance: 900 });
  encoder.onMesg(number.SESSION, { timestamp: at(last), startTime: start, totalElapsedTime: last, totalTimerTime: 280, totalDistance: 900,
    sport: 'running', subSport: 'trail', totalAscent: 12, totalDescent: 0, avgHeartRate: 134, maxHeartRate: 149, avgCadence: 84,
    avgFractionalCadence: 0.5, workoutFeel: 75, workoutRpe: 60, firstLapIndex: 0, numLaps: 1 });
  activity(encoder, 1, -5 * 3600);
  end('fitsdk-trail-run.fit', encoder);
}

// A treadmill run with heart rate and nothing else.
{
  const encoder = begin('activity');
  for (let i = 0; i < records; ++i) encoder.onMesg(number.RECORD, { timestamp: at(i * step), heartRate: 120 + (i % 30) });
  encoder.onMesg(number.SESSION, { timestamp: at(last), startTime: start, totalElapsedTime: last, totalTimerTime: last, sport: 'running', subSport: 'treadmill' });
  activity(encoder, 1, 3600);
  end('fitsdk-treadmill-heart-rate-only.fit', encoder);
}

// Two sports in one file, with a distance that counts on; the run has no totals of its own.
{
  const encoder = begin('activity');
  for (let i = 0; i < records; ++i) encoder.onMesg(number.RECORD, { timestamp: at(i * step), distance: i * 15 });
  encoder.onMesg(number.SESSION, { timestamp: at(147), startTime: start, totalElapsedTime: 147, totalTimerTime: 147, totalDistance: 435, sport: 'cycling' });
  encoder.onMesg(number.SESSION, { timestamp: at(last), startTime: at(150), totalElapsedTime: 150, totalTimerTime: 150, sport: 'running' });
  activity(encoder, 2, 3600);
  end('fitsdk-two-sports.fit', encoder);
}

// A planned workout: no activity.
{
  const encoder = begin('workout');
  encoder.onMesg(number.WORKOUT, { wktName: 'four by one', sport: 'running', numValidSteps: 1 });
  encoder.onMesg(number.WORKOUT_STEP, { messageIndex: 0, durationType: 'time', durationTime: 60, intensity: 'active' });
  end('fitsdk-workout.fit', encoder);
}
