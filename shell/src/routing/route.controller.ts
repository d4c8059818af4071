import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Portlet } from '../registry/manifest.ts';
import { followLinks } from './links.ts';
import { OWN, type Page, registerPages, startPages } from './pages.ts';
import { matchRoute, movedTo } from './pattern.ts';
import { ScrollMemory } from './scroll.ts';

/**
 * Which page stands, and what a browser does for a document and nobody does for
 * a part of one: where the scroll was, and that a new page has begun.
 */
export class RouteController implements ReactiveController {
  page: Page = { kind: 'opening' };

  readonly #host: ReactiveControllerHost;
  readonly #onArrival: () => void;
  readonly #scroll = new ScrollMemory();
  #portlets: readonly Portlet[] = [];
  #path = location.pathname;
  #unfollow: (() => void) | undefined;

  /** `onArrival` is called once another page has been drawn, never for the first. */
  constructor(host: ReactiveControllerHost, onArrival: () => void) {
    this.#host = host;
    this.#onArrival = onArrival;
    host.addController(this);
  }

  hostConnected(): void {
    // Before single-spa takes over these events: the old page must be remembered while it stands.
    addEventListener('popstate', this.#onPopState);
    this.#unfollow = followLinks(
      (path) => this.#isOurs(path),
      (path) => {
        this.navigate(path);
      },
    );
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPopState);
    this.#unfollow?.();
  }

  /** Once per page load: single-spa knows one portal. */
  start(portlets: readonly Portlet[]): void {
    this.#portlets = portlets;
    const moved = movedTo(portlets, location);
    if (moved) {
      // Replaced, not added: Back must not lead into the old address again.
      history.replaceState(null, '', moved);
      this.#path = location.pathname;
    }
    registerPages(portlets, (page) => {
      this.#show(page);
    });
    startPages();
  }

  readonly navigate = (path: string): void => {
    const { origin, href } = location;
    const target = new URL(path, href);
    if (target.origin !== origin || target.href === href) return;
    history.pushState(this.#scroll.leave(), '', target);
  };

  readonly #onPopState = ({ state }: PopStateEvent): void => {
    this.#scroll.moved(state);
  };

  #isOurs(path: string): boolean {
    return OWN.has(path) || this.#portlets.some(({ route }) => matchRoute(route, path));
  }

  #show(page: Page): void {
    this.page = page;
    this.#host.requestUpdate();
    if (location.pathname === this.#path) return;
    this.#path = location.pathname;
    void this.#host.updateComplete.then(() => {
      this.#scroll.restore();
      this.#onArrival();
    });
  }
}
