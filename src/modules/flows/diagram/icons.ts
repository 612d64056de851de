import { html, type Html } from '#kernel/html/html.ts';

/** A little picture of 16 × 16 at a place; nothing for kinds without one. */
export function icon(kind: string | undefined, x: number, y: number, filled: boolean): Html | '' {
  const path = kind === undefined ? undefined : paths[kind];
  if (path === undefined) return '';
  return html`<path class="flow-icon" transform="translate(${Math.round(x)} ${Math.round(y)})" d="${path}" fill="${filled ? '#1d3557' : 'none'}" stroke="${filled ? '#ffffff' : '#1d3557'}" stroke-width="${filled ? 0.8 : 1.3}"/>`;
}

const paths: Readonly<Record<string, string>> = {
  User: 'M8 2a3 3 0 1 1 0 6a3 3 0 1 1 0-6M2 15c0-4 3-6 6-6s6 2 6 6z',
  Manual: 'M2 8l4-4h6v2H8h6v2h-6h5v2h-5h4v2H5z',
  Service: 'M8 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6M8 1v3M8 12v3M1 8h3M12 8h3M3 3l2 2M11 11l2 2M3 13l2-2M11 5l2-2',
  Script: 'M4 2h9c-3 3 2 7-1 12H3c3-5-2-9 1-12M6 5h4M6 8h4M6 11h4',
  Send: 'M1 3h14v10H1zM1 3l7 6l7-6',
  Receive: 'M1 3h14v10H1zM1 3l7 6l7-6',
  BusinessRule: 'M1 3h14v10H1zM1 6h14M1 9.500h14M5 6v7',
  Exclusive: 'M4 4l8 8M12 4l-8 8',
  Parallel: 'M8 1v14M1 8h14',
  Inclusive: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12',
  Complex: 'M8 1v14M1 8h14M3 3l10 10M13 3l-10 10',
  EventBased: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14M8 4l4 3l-1.500 5h-5L4 7z',
  Timer: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14M8 4v4l3 2',
  Message: 'M1 3h14v10H1zM1 3l7 6l7-6',
  Signal: 'M8 2l7 12H1z',
  Error: 'M2 14l3-10l4 6l5-8l-3 11l-4-6z',
  Escalation: 'M8 1l5 13l-5-5l-5 5z',
  Terminate: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12',
  Link: 'M1 6h8V3l6 5l-6 5v-3H1z',
  Conditional: 'M3 1h10v14H3zM5 4h6M5 7h6M5 10h6',
  Compensate: 'M8 3v10L2 8zM14 3v10L8 8z',
  Cancel: 'M3 3l10 10M13 3L3 13',
  Multiple: 'M8 1l7 5l-3 9H4L1 6z',
  Collapsed: 'M1 1h14v14H1zM8 4v8M4 8h8',
  'Repeat loop': 'M4 13a6 6 0 1 1 4 1.500M4 13v-4M4 13h4',
  'Repeat parallel': 'M4 2v12M8 2v12M12 2v12',
  'Repeat sequential': 'M2 4h12M2 8h12M2 12h12',
};
