const lengthMin = 12, lengthMax = 200, differentLettersMin = 5;

// What people choose when twelve letters are asked for; the list is short because length does most of the work.
const common = /^(contrasena|contraseña|password|qwerty|123456|bolivia|ventanilla|administrador)[\d\W_]*$/i;

/**
 * Why a new password is not good enough, as a sentence for the person; `undefined` when it is.
 * Length before composition rules (NIST SP 800-63B §5.1.1): no obligatory signs, no obligatory changes.
 */
export function passwordFault(password: string, username: string): string | undefined {
  if (password.length < lengthMin) return `Escriba una contraseña de al menos ${lengthMin} caracteres; una frase de varias palabras sirve muy bien`;
  if (password.length > lengthMax) return `Escriba una contraseña de no más de ${lengthMax} caracteres`;
  if (password.toLowerCase().includes(username.toLowerCase())) return 'Elija una contraseña que no contenga su nombre de usuario';
  if (common.test(password) || new Set(password).size < differentLettersMin) return 'Elija una contraseña menos fácil de adivinar';
  return undefined;
}
