export { claimPayment } from './claim-payment.js';
export { isForTesters, type Payment, type PaymentEnvironment, paymentEnvironments } from './payment.js';
export { type PaymentRefusal } from './payment-refusal.js';
export { type PaymentRecord, Payments } from './payments.js';
export { paymentsCapability } from './payments-capability.js';
export { PaymentsModule } from './payments.module.js';
