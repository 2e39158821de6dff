/** The key in the documentation (the example of draft-ietf-httpapi-idempotency-key-header-07, section 2.1). */
export const exampleKey = '8e03978e-40d5-43e8-bc93-6894a57f9324';
