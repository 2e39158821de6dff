// What the requests of the collection need besides the examples of the OpenAPI document. Other operations are sent with those
// examples, and expect one of their documented 2xx answers.

/**
 * By operationId. `path` and `query` replace parameters, `body` overrides members of the example body, `script` runs after the
 * answer (Postman's `pm`), and `expects` lists the statuses if they are not the documented 2xx.
 */
export const examples = {
  listTransactions: { query: { userId: 'alice' } },
  getTransaction: { path: { id: '{{transactionId}}' } },
  getTransactionProof: { path: { id: '{{transactionId}}' } },
  // Without a payment: it could be sent only once.
  topUp: {
    body: { payment: undefined },
    script: [`pm.collectionVariables.set('transactionId', pm.response.json().id);`],
  },
  carryOutOperations: { body: { payment: undefined } },
  // Other requests of the collection can have reversed the same transaction.
  reverseTransaction: {
    body: {
      transactionId: '{{transactionId}}',
      operation: undefined,
      payment: undefined,
      amount: undefined,
      upTo: undefined,
    },
    script: [`pm.collectionVariables.set('reversalId', pm.response.json().id);`],
  },
  reinstateReversal: { path: { transactionId: '{{reversalId}}' }, body: { amount: undefined } },
  forgiveDebt: { expects: [201, 422] },
  listDebtors: { query: { owing: 'GOLD' } },
  // One hold for all of these: a part of it is captured, and the rest voided.
  authoriseHold: {
    script: [`pm.collectionVariables.set('holdId', pm.response.json().id);`],
  },
  captureHold: { path: { holdId: '{{holdId}}' }, body: { amount: 10, final: false } },
  voidHold: { path: { holdId: '{{holdId}}' } },
  getHold: { path: { holdId: '{{holdId}}' } },
  getPayment: { expects: [200, 404] },
  // Another request of the collection changes the price.
  purchaseItem: { body: { expectedPrice: undefined } },
  // A player can sign up only once; the same one logs in.
  signUp: {
    body: { userId: 'player-{{$timestamp}}-{{$randomInt}}' },
    script: [`pm.collectionVariables.set('playerId', pm.response.json().userId);`],
  },
  logIn: { body: { userId: '{{playerId}}' } },
  // The request before registers carol. Not alice: she must be able to spend even if a run ends between these two.
  freezeWallet: { path: { userId: 'carol' } },
  unfreezeWallet: { path: { userId: 'carol' } },
  listFreezes: { path: { userId: 'carol' } },
  // A new one each time: an asset cannot be created twice, and none of the others may change.
  createAsset: {
    body: { code: 'P{{$timestamp}}_{{$randomInt}}' },
    script: [`pm.collectionVariables.set('assetCode', pm.response.json().code);`],
  },
  // New codes for the same reason. The rate set and removed here is not one of the conversions above.
  createItem: { body: { code: 'item-{{$timestamp}}-{{$randomInt}}' } },
  createTask: { body: { code: 'task-{{$timestamp}}-{{$randomInt}}' } },
  setConversionRate: { path: { from: 'LOYALTY', to: 'SILVER' } },
  removeConversionRate: { path: { from: 'LOYALTY', to: 'SILVER' } },
  changeAsset: { path: { code: '{{assetCode}}' } },
};

/** The first folder: a story that shows the point of the service and tests itself. Each step is an operation of the document. */
export const story = {
  name: 'First: a spend, and its retry',
  steps: [
    {
      name: 'How much gold alice has',
      operation: 'getBalance',
      script: [`pm.collectionVariables.set('balanceBefore', pm.response.json().balance);`],
    },
    {
      name: 'She spends 30',
      operation: 'spend',
      body: { amount: 30 },
      script: [
        `const spend = pm.response.json();`,
        `pm.collectionVariables.set('spendKey', pm.request.headers.get('Idempotency-Key'));`,
        `pm.collectionVariables.set('spendId', spend.id);`,
        `pm.test('the spend lowers the balance', () => {`,
        `  pm.expect(spend.balance).to.equal(Number(pm.collectionVariables.get('balanceBefore')) - 30);`,
        `});`,
      ],
    },
    {
      name: 'The game server missed the answer and sends it again, with the same key',
      operation: 'spend',
      body: { amount: 30 },
      key: '{{spendKey}}',
      script: [
        `pm.test('the answer is the same transaction', () => {`,
        `  pm.expect(pm.response.headers.get('Idempotency-Replayed')).to.equal('true');`,
        `  pm.expect(pm.response.json().id).to.equal(pm.collectionVariables.get('spendId'));`,
        `});`,
      ],
    },
    {
      name: 'She was charged once',
      operation: 'getBalance',
      script: [
        `pm.test('the balance is lower by 30 and not by 60', () => {`,
        `  pm.expect(pm.response.json().balance).to.equal(Number(pm.collectionVariables.get('balanceBefore')) - 30);`,
        `});`,
      ],
    },
    {
      name: 'She has not that much',
      operation: 'spend',
      body: { amount: 100000000 },
      expects: [422],
      script: [
        `pm.test('the refusal says what she can spend', () => {`,
        `  const { code, available } = pm.response.json();`,
        `  pm.expect(code).to.equal('insufficient-funds');`,
        `  pm.expect(available).to.equal(Number(pm.collectionVariables.get('balanceBefore')) - 30);`,
        `});`,
      ],
    },
  ],
};
