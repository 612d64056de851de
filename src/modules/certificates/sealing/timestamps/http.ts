import { randomBytes } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import * as pki from 'pkijs';
import type { TimestampAuthority } from '@libpdf/core';
import { refuse } from '../../errors.ts';
import { digestOid } from './digests.ts';

const answerBytesMax = 65_536, answerMillisMax = 15_000;

/**
 * An authority of time asked over HTTP (RFC 3161 §3.4). An answer is taken only where it grants, repeats our nonce and stamps our
 * digest; anything else refuses with `certificates.timestamp_unavailable`.
 */
export const httpTimestamps = (address: string): TimestampAuthority => ({
  timestamp: async (digest, algorithm) => {
    const nonce = new Integer({ valueHex: Buffer.concat([Buffer.from([0x40]), randomBytes(15)]) });
    const answer = readAnswer(await post(address, questionFor(digest, digestOid[algorithm], nonce)));
    const token = answer.timeStampToken;
    if (token === undefined || answer.status.status > grantedWithMods) return refuse('timestamp_unavailable', { status: answer.status.status });
    demandOurs(token, digest, nonce);
    return new Uint8Array(token.toSchema().toBER());
  },
});

function questionFor(digest: Uint8Array, algorithmId: string, nonce: Integer): ArrayBuffer {
  const hashAlgorithm = new pki.AlgorithmIdentifier({ algorithmId });
  const messageImprint = new pki.MessageImprint({ hashAlgorithm, hashedMessage: new OctetString({ valueHex: new Uint8Array(digest) }) });
  return new pki.TimeStampReq({ version: 1, certReq: true, nonce, messageImprint }).toSchema().toBER();
}

// PKIStatus 0 is granted, 1 granted with modifications; the rest are refusals (RFC 3161 §2.4.2).
const grantedWithMods = 1;

async function post(address: string, body: ArrayBuffer): Promise<Buffer> {
  try {
    const answer = await fetch(address, {
      method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(answerMillisMax),
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    });
    if (!answer.ok || answer.body === null) return refuse('timestamp_unavailable', { http: answer.status });
    return await readUpTo(answer.body, answerBytesMax);
  } catch (caught) { return refuse('timestamp_unavailable', {}, caught); }
}

async function readUpTo(body: ReadableStream<Uint8Array>, bytesMax: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > bytesMax) return refuse('timestamp_unavailable', { bytes });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function readAnswer(bytes: Uint8Array): pki.TimeStampResp {
  try { return pki.TimeStampResp.fromBER(bytes); } catch (caught) { return refuse('timestamp_unavailable', {}, caught); }
}

// Whether it leads to a known root is seen once the document is sealed (sealing/seal-pdf.ts), when the stamped bytes are at hand.
function demandOurs(token: pki.ContentInfo, digest: Uint8Array, nonce: Integer): void {
  const stamped = readStamp(token);
  const stampedDigest = stamped?.messageImprint.hashedMessage.valueBlock.valueHexView ?? new Uint8Array();
  if (!Buffer.from(stampedDigest).equals(digest) || stamped?.nonce?.isEqual(nonce) !== true) refuse('timestamp_unavailable', { answer: 'otra consulta' });
}

function readStamp(token: pki.ContentInfo): pki.TSTInfo | undefined {
  try {
    const content = new pki.SignedData({ schema: token.content }).encapContentInfo.eContent;
    return content && pki.TSTInfo.fromBER(content.getValue());
  } catch (caught) { return refuse('timestamp_unavailable', {}, caught); }
}
