/** The part of Swagger UI's plugin system that is used here (swagger-ui, docs/customization/plugin-api.md). */
interface Parameter {
  get(member: string): unknown;
  getIn(path: string[]): unknown;
}
type PathMethod = [path: string, method: string];
interface Execution {
  path: string;
  method: string;
  operation: {
    get(
      member: 'parameters',
    ): { find(test: (item: Parameter) => boolean): Parameter | undefined } | undefined;
  };
  repeat?: boolean;
}
interface System {
  React: {
    createElement(type: unknown, props: object | null, ...children: unknown[]): unknown;
    Fragment: unknown;
  };
  specActions: {
    changeParamByIdentity(at: PathMethod, parameter: Parameter, value: unknown): void;
    execute(execution: Execution): unknown;
  };
  specSelectors: { parameterWithMetaByIdentity(at: PathMethod, parameter: Parameter): Parameter };
}
interface Response {
  status?: number;
  err?: { status?: number };
}
type Original<Arguments extends unknown[]> = (...values: Arguments) => unknown;

/**
 * A Swagger UI plugin that replaces the example Idempotency-Key with a fresh one, and renews it once its outcome is known. A
 * typed key stays. A second button repeats the request with the same key.
 *
 * The source of this function is sent to the browser, so it must not use anything from outside itself.
 */
export function freshKeys() {
  const name = 'Idempotency-Key';
  const made = new Set<string>();
  const settled = new Set<string>();
  const sent = new Map<string, string>();

  // Browsers have randomUUID on https and localhost only.
  const make = (): string => {
    const random = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    );
    const key = random.join('').replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-');
    made.add(key);
    return key;
  };
  const parameterOf = ({ operation }: Execution) =>
    operation.get('parameters')?.find((parameter) => parameter.get('name') === name);
  const keyOf = ({ specSelectors }: System, { path, method }: Execution, parameter: Parameter): string =>
    specSelectors.parameterWithMetaByIdentity([path, method], parameter).get('value') as string;

  const changeParamByIdentity =
    (original: Original<unknown[]>) =>
    (at: PathMethod, parameter: Parameter, value: unknown, isXml: unknown) => {
      const isExample = parameter.get('name') === name && value === parameter.getIn(['schema', 'example']);
      return original(at, parameter, isExample ? make() : value, isXml);
    };

  const execute = (original: Original<[Execution]>, system: System) => (execution: Execution) => {
    const parameter = parameterOf(execution);
    if (parameter) {
      const at: PathMethod = [execution.path, execution.method];
      const key = keyOf(system, execution, parameter);
      const isOver = made.has(key) && settled.has(key) && !execution.repeat;
      if (isOver) system.specActions.changeParamByIdentity(at, parameter, make());
      sent.set(at.join(' '), keyOf(system, execution, parameter));
    }
    return original(execution);
  };

  // A 401 or 429 may follow a request whose answer was lost, and a 408 or 5xx says nothing about its outcome.
  const settles = (status: number) => status > 0 && status < 500 && ![401, 408, 429].includes(status);
  // Without an answer, or with one that settles nothing, the next click must be a retry.
  const setResponse =
    (original: Original<[string, string, Response]>) =>
    (path: string, method: string, response: Response) => {
      const status = response.status ?? response.err?.status ?? 0;
      const key = sent.get(`${path} ${method}`);
      if (key !== undefined && settles(status)) settled.add(key);
      return original(path, method, response);
    };

  const withRepeat =
    (Execute: unknown, system: System) =>
    (props: Execution & { onExecute?: () => void; disabled?: boolean }) => {
      const { React } = system;
      const parameter = parameterOf(props);
      const key = parameter && keyOf(system, props, parameter);
      if (key === undefined || sent.get(`${props.path} ${props.method}`) !== key) {
        return React.createElement(Execute, props);
      }
      const repeat = () => {
        props.onExecute?.();
        const { path, method, operation } = props;
        system.specActions.execute({ path, method, operation, repeat: true });
      };
      return React.createElement(
        React.Fragment,
        null,
        React.createElement(Execute, props),
        React.createElement(
          'button',
          { className: 'btn opblock-control__btn', onClick: repeat, disabled: props.disabled },
          'Repeat with the same key',
        ),
      );
    };

  return {
    statePlugins: { spec: { wrapActions: { changeParamByIdentity, execute, setResponse } } },
    wrapComponents: { execute: withRepeat },
  };
}
