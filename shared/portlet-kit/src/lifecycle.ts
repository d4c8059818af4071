import type { PortletServices } from './services.ts';

export interface MountProps {
  domElement: HTMLElement;
  services: PortletServices;
  attributes?: Readonly<Record<string, string>>;
}

export interface Lifecycle {
  bootstrap(): Promise<void>;
  mount(props: MountProps): Promise<void>;
  unmount(props: Pick<MountProps, 'domElement'>): Promise<void>;
}

/** Turns a portlet's tag into single-spa lifecycles. The only file that knows both worlds. */
export function lifecycleFor(tag: string): Lifecycle {
  return {
    bootstrap: async () => {
      await customElements.whenDefined(tag);
    },
    mount: ({ domElement, services, attributes = {} }) => {
      const element = document.createElement(tag) as HTMLElement & { services: PortletServices };
      element.services = services;
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      domElement.replaceChildren(element);
      return Promise.resolve();
    },
    unmount: ({ domElement }) => {
      domElement.replaceChildren();
      return Promise.resolve();
    },
  };
}
