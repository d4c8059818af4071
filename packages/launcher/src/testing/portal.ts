import { DEMO_PASSWORD } from '@faceplate/idp';
import { Visitor } from '@faceplate/idp/testing';

/** What the self-service API wants to see on every call of a page. */
export const API_HEADERS = { 'x-fp-csrf': '1', accept: 'application/json' };

/** Goes through the sign-in pages of a running product as this person. */
export async function signIn(url: string, username: string): Promise<Visitor> {
  const visitor = new Visitor();
  const page = await visitor.visit(`${url}/auth/login`);
  await visitor.submit(page, { username, password: DEMO_PASSWORD });
  return visitor;
}

export async function sessionOf(visitor: Visitor, url: string): Promise<{ signedIn: boolean; person?: { id: string; name: string } }> {
  const response = await visitor.request(`${url}/auth/session`, { headers: API_HEADERS });
  return (await response.json()) as { signedIn: boolean };
}

const ORDERS = '/tmf-api/productOrderingManagement/v4/productOrder';

/** Places an order as another system of the operator's would. */
export async function placeOrder(url: string, token: string, body: object): Promise<{ status: number; id: string }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url + ORDERS, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, id: ((await response.json()) as { id: string }).id };
}

export async function readOrder(url: string, token: string, id: string): Promise<{ status: number; body: { description?: string; state?: string } }> {
  const response = await fetch(`${url}${ORDERS}/${id}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: (await response.json()) as { description?: string; state?: string } };
}
