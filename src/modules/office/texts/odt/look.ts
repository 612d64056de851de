/** How wide the text of a page is: A4 without its margins. */
export const textWidthMm = 165;

/** The colour of headings, and the line between rows and above the foot. */
export const accent = '#1c4a63', hairline = '0.5pt solid #b9c0ca';
