import { describe, expect, it } from '@jest/globals';
import type { FolderTestimony } from '../folder/index.js';
import type { FormatCue, FormatSpeaker } from '../formats/index.js';
import { matchSpeakers } from './match-speakers.js';

const speaker = (label: string, name: string | null): FormatSpeaker => ({
  label,
  name,
  position: null,
  organisation: null,
});
const testimony = (name: string, start: number, end: number): FolderTestimony => ({
  name,
  url: null,
  start,
  end,
  position: null,
  place: { borough: null, neighborhood: null },
  affiliations: [],
  keyPoints: [],
});
const cue = (speaker: string | null, start: number, end: number): FormatCue => ({
  start,
  end,
  speaker,
  text: 'words',
});
const matched = (...input: Parameters<typeof matchSpeakers>) =>
  Object.fromEntries(matchSpeakers(...input).testimonyOf);

describe('a speaker is a witness', () => {
  it('by name, whatever its case, spaces and composition', () => {
    const speakers = [speaker('a', '  josE\u0301  ROJAS '), speaker('b', 'Chair')];
    expect(matched(speakers, [testimony('Jos\u00e9 Rojas', 0, 9)], [])).toEqual({ a: 0 });
  });

  it('of one name in several voices', () => {
    const speakers = [speaker('a', 'Ann Lee'), speaker('b', 'Ann Lee')];
    expect(matched(speakers, [testimony('Ann Lee', 0, 9)], [])).toEqual({ a: 0, b: 0 });
  });

  it('of a namesake where they speak themselves', () => {
    const speakers = [speaker('a', 'Ann Lee'), speaker('b', 'Ann Lee')];
    const testimonies = [testimony('Ann Lee', 0, 10), testimony('Ann Lee', 20, 30)];
    const cues = [cue('b', 0, 9), cue('a', 20, 29)];
    expect(matched(speakers, testimonies, cues)).toEqual({ a: 1, b: 0 });
  });

  it('by speech, where no speaker bears the name', () => {
    const speakers = [speaker('w', 'Jon Smyth'), speaker('c', 'Chair')];
    const cues = [cue('c', 0, 4), cue('w', 4, 10), cue('c', 30, 40)];
    const matches = matchSpeakers(speakers, [testimony('John Smith', 0, 10)], cues);
    expect(Object.fromEntries(matches.testimonyOf)).toEqual({ w: 0 });
    expect(matches).toMatchObject({ byName: 0, bySpeech: 1 });
  });

  it('not by speech, if heard mostly elsewhere: the chair is no witness', () => {
    const cues = [cue('c', 0, 8), cue('w', 8, 10), cue('c', 30, 40)];
    expect(matched([speaker('c', 'Chair'), speaker('w', null)], [testimony('X', 0, 10)], cues)).toEqual({});
  });

  it('not by speech, if known by name as another', () => {
    const testimonies = [testimony('Ann Lee', 0, 10), testimony('Somebody', 0, 10)];
    expect(matched([speaker('a', 'Ann Lee')], testimonies, [cue('a', 0, 10)])).toEqual({ a: 0 });
  });

  it('never by the name that stands for no name', () => {
    const cues = [cue('a', 0, 1)];
    expect(matched([speaker('a', 'unknown')], [testimony('UNKNOWN', 50, 60)], cues)).toEqual({});
  });

  it('also where an earlier, longer cue still lasts', () => {
    const cues = [cue('w', 0, 100), cue('c', 1, 2), cue('c', 3, 4), cue('c', 60, 61)];
    expect(matched([speaker('w', null), speaker('c', null)], [testimony('X', 30, 100)], cues)).toEqual({
      w: 0,
    });
  });
});
