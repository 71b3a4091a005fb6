// What an OpenAPI document's operations refer to, put in place. Shared by the scripts that walk them.

/** The document's paths, each operation with its parameters and answers in full; schemas keep their references. */
export function pathsOf({ paths, components }) {
  const full = (thing) => {
    const [, place, name] = /^#\/components\/(\w+)\/(.+)$/.exec(thing.$ref ?? "") ?? [];
    return place === undefined ? thing : components[place][name];
  };
  const operation = ({ parameters = [], responses, ...rest }) => ({
    ...rest,
    parameters: parameters.map(full),
    responses: Object.fromEntries(Object.entries(responses).map(([status, answer]) => [status, full(answer)])),
  });
  return Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [path, Object.fromEntries(Object.entries(methods).map(([method, one]) => [method, operation(one)]))]),
  );
}
