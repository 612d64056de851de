import { migrationsIn } from '#kernel/db/index.ts';
import { tablesOf, type Table } from './read-tables.ts';
import { generated, markdownTable } from './table.ts';

/** Every table of the database, by schema, as the migrations make it. */
export async function tablesReference(): Promise<string> {
  const bySchema = Map.groupBy(tablesOf(migrationsIn()), ({ name }) => name.split('.')[0] ?? '');
  const sections = [...bySchema].map(([schema, tables]) => `## ${schema}\n\n${tables.map(sectionOf).join('\n\n')}`);
  return `# Tables\n\n${generated}\n\n${explained}\n\n${sections.join('\n\n')}\n`;
}

const explained = `One schema a module; keys and what else a column must hold stand beside it. «Append-only» tables can't be changed by the
application's role. No module touches the tables of another.`;

const sectionOf = ({ name, says, appendOnly, columns, constraints }: Table): string => [
  `### \`${name}\`${appendOnly ? ' (append-only)' : ''}`, says,
  markdownTable(['column', 'type', 'says'], columns.map((column) => [`\`${column.name}\``, column.type, column.says])),
  constraints.map((constraint) => `- ${constraint}`).join('\n'),
].filter((part) => part !== '').join('\n\n');
