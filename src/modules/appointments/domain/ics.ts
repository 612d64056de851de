import type { Appointment } from './appointment.ts';
import type { ResourceDefinition } from './resource.ts';

/** What a calendar file needs beside the appointment. */
export type IcsFacts = {
  readonly resource: Pick<ResourceDefinition, 'name' | 'address' | 'instructions'>;
  /** Where the person sees the appointment. */
  readonly url: string;
  /** Name of the installation's host, which makes the identifier unique in the world. */
  readonly host: string;
  readonly now: Date;
};

/** The appointment for the calendar of a telephone or computer (RFC 5545); a cancelled one takes itself away there. Reminds a day before. */
export function icsOf(appointment: Appointment, { resource, url, host, now }: IcsFacts): string {
  const isCancelled = appointment.state === 'cancelled';
  const title = `Cita: ${resource.name}${appointment.label === '' ? '' : ` (${appointment.label})`}`;
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Ventanilla//Citas//ES', `METHOD:${isCancelled ? 'CANCEL' : 'PUBLISH'}`, 'BEGIN:VEVENT',
    `UID:${appointment.id}@${host}`, `DTSTAMP:${utc(now)}`, `DTSTART:${utc(appointment.start)}`, `DTEND:${utc(appointment.end)}`, `SEQUENCE:${appointment.sequence}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`, `SUMMARY:${escape(title)}`, `LOCATION:${escape(resource.address)}`,
    `DESCRIPTION:${escape([...resource.instructions, url].join('\n'))}`, `URL:${url}`,
    ...(isCancelled ? [] : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escape(title)}`, 'TRIGGER:-P1D', 'END:VALARM']),
    'END:VEVENT', 'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

const escape = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

const octetsMax = 75;

// A line is at most 75 octets; it goes on after a line break and a space, never inside a character (RFC 5545 §3.1).
function fold(line: string): string {
  let folded = '', octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > octetsMax) { folded += '\r\n '; octets = 1; }
    folded += letter;
    octets += size;
  }
  return folded;
}
