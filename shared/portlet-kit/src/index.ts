import './messages.ts';

export { ContextElement } from './context.element.ts';
export { define } from '@faceplate/ui';
export { Draft } from './draft.ts';
export { NavigateEvent } from './events.ts';
export { heading } from './heading.ts';
export { type Lifecycle, lifecycleFor } from './lifecycle.ts';
export { PortletElement } from './portlet.element.ts';
export { Reading, type ReadingOptions, type ReadingState } from './reading.ts';
export { type PortletServices, type Surroundings, surroundingsContext } from './services.ts';
export { clientFor } from './standalone.ts';
export { failedState, loadingState, type StateViews } from './states.ts';
