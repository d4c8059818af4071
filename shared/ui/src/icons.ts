import { html, type TemplateResult } from 'lit';

/**
 * One set, drawn for Faceplate on a 20 px grid with a 1.5 px line. Functions, so that a bundle keeps only what it
 * draws; `baseStyles` gives the size and the stroke. Always beside a word: readers are not told of them.
 */
const icon = (path: string, mirrored = false): TemplateResult =>
  html`<svg class="icon ${mirrored ? 'mirrored' : ''}" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <path d=${path}></path>
  </svg>`;

/** Points onward in reading direction; `backIcon` the other way. */
export const nextIcon = () => icon('m8 5 5 5-5 5', true);
export const backIcon = () => icon('m12 5-5 5 5 5', true);
export const expandIcon = () => icon('m5 8 5 5 5-5');
export const closeIcon = () => icon('m5 5 10 10M15 5 5 15');
export const addIcon = () => icon('M10 4v12M4 10h12');
export const searchIcon = () => icon('M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm4 9.5L17 17');
export const retryIcon = () => icon('M16 10a6 6 0 1 1-2-4.5L16 7.5m0-4v4h-4');
export const copyIcon = () => icon('M7.5 7.5h9v9h-9zM4 12.5h-.5v-9h9V4');
export const downloadIcon = () => icon('M10 3v9m-4-4 4 4 4-4M3.5 16.5h13');
export const outsideIcon = () => icon('M8 4H3.5v12.5H16V12M12 3.5h4.5V8m0-4.5L9 11', true);

/** Signals, each of its own outline, so that shape says what colour says. */
export const positiveIcon = () => icon('M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM6.5 10.5 9 13l4.5-5.5');
export const noticeIcon = () => icon('M10 3 2 16.5h16ZM10 8.5v3.5m0 2.2v.1');
export const criticalIcon = () => icon('M7 2.5h6L17.5 7v6L13 17.5H7L2.5 13V7ZM7.5 7.5l5 5m0-5-5 5');
export const infoIcon = () => icon('M3.5 3.5h13v13h-13zM10 9.5V14m0-8v.1');
export const neutralIcon = () => icon('M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z');

/** Errands. */
export const homeIcon = () => icon('m2.5 9.5 7.5-7 7.5 7M5 8v9h4v-5h2v5h4V8');
export const billIcon = () => icon('M4.5 2.5h11v15L13.5 16l-1.75 1.5L10 16l-1.75 1.5L6.5 16l-2 1.5ZM7.5 7h5m-5 4h5');
export const orderIcon = () => icon('m10 2.5 7 3.5v8l-7 3.5L3 14V6Zm0 7.5 7-4m-7 4L3 6m7 4v7.5', false);
export const ticketIcon = () => icon('M3 3.5h14v10H9.5L6 17v-3.5H3ZM7 7.5h6m-6 3h3.5');
export const serviceLevelIcon = () => icon('M2.5 11H6l2-6 3.5 10L14 9l1 2h2.5');
export const shopIcon = () => icon('M4 6.5h12l1 11H3ZM7 9V5.5a3 3 0 0 1 6 0V9');
export const cartIcon = () => icon('M2.5 3.5H5L7 13h8l2-6.5H5.6M8 16.5v.1m6-.1v.1', true);

/** Lines of business. */
export const mobileIcon = () => icon('M6 2.5h8v15H6ZM9 15h2');
export const fixedIcon = () => icon('M3 11.5h14v5H3ZM6 14v.1M9 14v.1M13 11.5v-7M10.5 6a3.5 3.5 0 0 1 5 0');
export const tvIcon = () => icon('M2.5 4h15v10h-15ZM7 17h6');
export const deviceIcon = () => icon('M4 4.5h12V13H4ZM2 16h16');

/** Time, people, settings. */
export const clockIcon = () => icon('M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 6v4.5l3 1.5');
export const calendarIcon = () => icon('M3 4.5h14v12.5H3Zm0 4h14M7 2.5v4m6-4v4');
export const workIcon = () => icon('M11.5 5.5a3.5 3.5 0 0 1 4.6-2l-2.3 2.3.4 2 2 .4 1.3-2.3a3.5 3.5 0 0 1-4.6 4.3L6 17l-3-3 6.8-6.9a3.5 3.5 0 0 1 1.7-1.6Z');
export const personIcon = () => icon('M10 3a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM3.5 17.5a6.5 6.5 0 0 1 13 0');
export const signOutIcon = () => icon('M8 3.5H3.5v13H8M12.5 6l4 4-4 4m4-4H7.5', true);
export const sunIcon = () => icon('M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 2v1.5m0 13V18M2 10h1.5m13 0H18M4.3 4.3l1.1 1.1m9.2 9.2 1.1 1.1m0-11.4-1.1 1.1m-9.2 9.2-1.1 1.1');
export const moonIcon = () => icon('M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z');
export const tableIcon = () => icon('M3 3.5h14v13H3ZM3 8h14M3 12h14M8 8v8.5');
export const chartIcon = () => icon('M3 17h14M5 14v-4m5 4V4m5 10V7');
