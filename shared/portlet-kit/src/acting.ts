/** A door of its own: only what can be acted upon needs it, and most of that is loaded late. */
export { ActingController, type ActingState } from './acting.controller.ts';
export { FollowController } from './follow.controller.ts';
