const charactersMax = 254;

/**
 * An address that may stand in a header and in an envelope: one mailbox, printable ASCII, without spaces, commas, brackets or quotes (the dot-atom
 * form of RFC 5322 §3.4.1, which is what people have). `undefined` for anything else.
 */
export function mailAddress(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed.length <= charactersMax && /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/.test(trimmed) ? trimmed : undefined;
}
