import { Certificate } from 'pkijs';
import type { RelativeDistinguishedNames } from 'pkijs';

/** Who a certificate speaks of, and who vouches for it, in words. */
export type SignerNames = { readonly name: string; readonly organization: string; readonly issuer: string };

/** The names in a certificate; an empty text where it has none. */
export const namesOf = (certificate: Certificate): SignerNames => ({
  name: part(certificate.subject, commonName), organization: part(certificate.subject, organizationName),
  issuer: part(certificate.issuer, commonName) || part(certificate.issuer, organizationName),
});

const commonName = '2.5.4.3', organizationName = '2.5.4.10';

const part = (names: RelativeDistinguishedNames, type: string): string =>
  String(names.typesAndValues.find((one) => one.type === type)?.value.valueBlock.value ?? '');

/** Whether the signer says that one of the roots (DER) vouches for it. Only a claim: the chain is what proves it. */
export const issuedUnder = (roots: readonly Uint8Array[], signer: SignerNames): boolean =>
  signer.issuer !== '' && roots.some((der) => namesOf(Certificate.fromBER(der)).name === signer.issuer);
