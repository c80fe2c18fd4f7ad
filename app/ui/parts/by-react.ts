const ones = new WeakSet<object>();

/** Marks a component that only React may draw (`drawn.ts`): one that asks for an id of its own (`useId`), which goes by its place. */
export function byReact<C extends object>(component: C): C {
  ones.add(component);
  return component;
}

export const isByReact = (component: object): boolean => ones.has(component);
