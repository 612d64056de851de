import { refusalCatalogue, type RefusalEntry } from '#kernel/errors/index.ts';
// Loading the whole program declares every refusal.
import '#support/composition.ts';
import { generated, markdownTable } from './table.ts';

/** Every refusal that a person or a program can meet, with its stable code. */
export async function refusalsReference(): Promise<string> {
  const byModule = Map.groupBy(refusalCatalogue(), ({ code }) => code.split('.')[0] ?? '');
  const sections = [...byModule].map(([module, entries]) => `## ${module}\n\n${markdownTable(['code', 'status', 'sentence'], entries.map(rowOf))}`);
  return `# Refusals\n\n${generated}\n\n${explained}\n\n${sections.join('\n\n')}\n`;
}

const explained = `A refusal is what a person can cause. Its code never changes once published; the API gives it in \`code\` of a problem document
(RFC 9457) and in \`type\` as \`urn:ventanilla:problem:<code>\`. Words in braces are filled in.`;

const rowOf = ({ code, status, sentence }: RefusalEntry): string[] => [`\`${code}\``, String(status), sentence];
