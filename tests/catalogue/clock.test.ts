import { expect, test } from 'vitest';
import { dayAt, instantOf } from '../../src/catalogue/clock.ts';

const zone = 'Europe/Luxembourg';
const utc = (date: string, time: string, timeZone = zone) =>
  new Date(instantOf(date, time, timeZone)).toISOString().slice(0, 16);

test('nine o’clock in Luxembourg is nine o’clock on both sides of the clock changes', () => {
  expect(utc('2027-03-27', '09:00')).toBe('2027-03-27T08:00');
  expect(utc('2027-03-28', '09:00')).toBe('2027-03-28T07:00');
  expect(utc('2027-10-30', '09:00')).toBe('2027-10-30T07:00');
  expect(utc('2027-10-31', '09:00')).toBe('2027-10-31T08:00');
});

test('the minutes around a clock change are right to the minute', () => {
  expect(utc('2027-03-28', '01:59')).toBe('2027-03-28T00:59');
  expect(utc('2027-03-28', '03:00')).toBe('2027-03-28T01:00');
  expect(utc('2027-10-31', '01:59')).toBe('2027-10-30T23:59');
  expect(utc('2027-10-31', '03:00')).toBe('2027-10-31T02:00');
});

test('a time the clock skips is read as if it had not been put forward; of one shown twice the first counts', () => {
  expect(utc('2027-03-28', '02:30')).toBe('2027-03-28T01:30');
  expect(utc('2027-10-31', '02:30')).toBe('2027-10-31T00:30');
});

test('other zones have clock changes of their own, or none', () => {
  expect(utc('2027-03-14', '09:00', 'America/New_York')).toBe('2027-03-14T13:00');
  expect(utc('2027-03-28', '09:00', 'Asia/Kolkata')).toBe('2027-03-28T03:30');
});

test('the day is that of the wall clock, not of Greenwich', () => {
  expect(dayAt(Date.parse('2027-03-14T22:59:00Z'), zone)).toBe('2027-03-14');
  expect(dayAt(Date.parse('2027-03-14T23:00:00Z'), zone)).toBe('2027-03-15');
});
