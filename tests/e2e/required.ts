// What must be there for a browser test to mean anything.

/** The value, or an error that names what is missing. */
export function required<Value>(value: Value | null | undefined, name: string): Value {
  if (value === null || value === undefined || value === "") throw new Error(`${name} is missing`);
  return value;
}
