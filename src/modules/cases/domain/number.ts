/**
 * The number that people see, such as `AN-2026-000123-7`: who, the year, a running number, and a check digit over the running number
 * (weights 2 to 7 from the right, modulo 11, 10 written as 0), so that a slip of the pen finds nobody else's case.
 */
export function caseNumber(acronym: string, year: string, running: number): string {
  const digits = String(running).padStart(6, '0');
  return `${acronym.replaceAll(/[^A-Za-z]/g, '').toUpperCase().slice(0, 8) || 'V'}-${year}-${digits}-${checkDigit(digits)}`;
}

function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * (2 + (index % 6)), 0);
  return (sum % 11) % 10;
}
