import type { AnswerVerdict, AnswerVerdictRequest } from '@faceplate/contracts';
import { customerRef } from '../accounts/accounts.adapter.ts';
import { productsBackend } from '../products/products.backend.ts';
import type { Call } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { text } from '../tmf/read.ts';
import { isLacking } from '../upstream/problem.ts';
import { helpPage } from './knowledge.ts';

/** What somebody says of a page they have read stands among their contacts with the operator, where it keeps such; counted it is in any case. */
export async function judgeAnswer(call: Call<unknown, unknown, AnswerVerdictRequest>): Promise<AnswerVerdict> {
  const { answerId, productId, solved } = call.body;
  const product = await namedInBody('productId', 'You have no such product.', productsBackend(call).product(productId, 'answer.judge'));
  const page = await namedInBody('answerId', 'There is no such page.', helpPage(call, answerId));
  const { sub, name } = call.subject;
  const said = {
    direction: 'inbound',
    status: 'completed',
    channel: [{ id: 'self-service', name: 'Self-service' }],
    reason: `Help page: ${page.title}`,
    description: solved ? 'It solved it.' : 'It did not solve it.',
    relatedParty: [customerRef(product), { id: sub, name, role: 'originator', '@referredType': 'Individual' }],
    item: [
      { item: { id: page.id, role: 'read', '@referredType': 'Document' } },
      { item: { id: productId, name: text(product, 'name'), role: 'product', '@referredType': 'Product' } },
    ],
  };
  await call.tmf('TMF683').post('partyInteraction', said).catch((error: unknown) => {
    if (!isLacking(error)) throw error;
  });
  call.tally?.count(solved ? 'spared' : 'not-spared', 'answers');
  return { answerId, solved };
}
