import type { Browser } from 'playwright-core';
import { runProduct } from '../product/running-product.ts';
import type { Journey } from './journey.ts';
import { Stage, type StepOutcome } from './stage.ts';

/** Walks one journey on a product with data of its own. */
export async function walk(journey: Journey, browser: Browser, told: (outcome: StepOutcome) => void): Promise<readonly StepOutcome[]> {
  const product = await runProduct({ simulator: journey.simulator ?? true, ...(journey.config && { config: journey.config }), ...(journey.env && { env: journey.env }) });
  const stage = new Stage(product, browser, told);
  try {
    await journey.walk(stage);
  } catch (cause) {
    // A step that failed has been counted; what breaks between steps has not.
    const counted = stage.outcomes.some((outcome) => outcome.cause === cause);
    if (!counted) told({ name: 'between the steps', result: 'failed', cause, seconds: 0 });
    return counted ? stage.outcomes : [...stage.outcomes, { name: 'between the steps', result: 'failed', cause, seconds: 0 }];
  } finally {
    await stage.close();
    await product.stop();
  }
  return stage.outcomes;
}
