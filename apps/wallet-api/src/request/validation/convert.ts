const conversions = new WeakMap<object, Map<string, (value: unknown) => unknown>>();

/**
 * Converts a member of a DTO before validation. The function gets the raw value, and returns it unchanged if it cannot convert it.
 */
export function Convert(conversion: (value: unknown) => unknown): PropertyDecorator {
  return (prototype, name) => {
    const own = conversions.get(prototype) ?? new Map<string, (value: unknown) => unknown>();
    conversions.set(prototype, own.set(String(name), conversion));
  };
}

/** The conversion of a member, declared in the class or in a base class. */
export function conversionOf(
  dtoClass: abstract new () => object,
  name: string,
): ((value: unknown) => unknown) | undefined {
  for (
    let prototype = dtoClass.prototype as object | null;
    prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  ) {
    const conversion = conversions.get(prototype)?.get(name);
    if (conversion) return conversion;
  }
  return undefined;
}
