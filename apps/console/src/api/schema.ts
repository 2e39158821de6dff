// Made by `npm run console:api` out of /openapi.json; a test holds it against the API. Do not edit.

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get liveness: restart the process when this fails */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get readiness: send no traffic when this fails */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all assets */
        get: operations["listAssets"];
        put?: never;
        /** Create an asset */
        post: operations["createAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assets/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name or limits of an asset, or retire it
         * @description Omitted members keep their values. The change applies to every posting sent after the answer. A retired asset cannot be credited: top-ups, bonuses, rewards and conversions into it are refused with `asset-retired`. Spends, purchases, conversions out of it and reads still work. `retired: false` restores the asset.
         */
        patch: operations["changeAsset"];
        trace?: never;
    };
    "/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with a password, for an access token */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up with an unused user id; creates a wallet with an account in every asset */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what administrators changed, newest first
         * @description Lists the changes that match every filter: of assets, items, tasks, conversion rates, and clients with their keys. A request that changes nothing is not recorded. Freezes are listed with their wallet, by `GET /v1/users/{userId}/freezes`.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversion-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all conversion rates */
        get: operations["listConversionRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversion-rates/{from}/{to}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the conversion rate from one asset to another
         * @description Conversions sent after the answer use the new rate. A rate is refused if a cycle of conversions could create credits.
         */
        put: operations["setConversionRate"];
        post?: never;
        /**
         * Remove a conversion rate
         * @description Answers the same if there is no such rate, so a retry is safe.
         */
        delete: operations["removeConversionRate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/economy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the supply of each asset and the transaction rate of the last minute */
        get: operations["getEconomy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/economy/{asset}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the daily sources, sinks and supply of an asset */
        get: operations["getEconomyDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/economy/{asset}/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the largest holders of an asset */
        get: operations["getHolders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List items, sorted by code */
        get: operations["listItems"];
        put?: never;
        /** Create an item */
        post: operations["createItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an item, retired or not */
        get: operations["getItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name or price of an item, retire or restore it
         * @description Purchases sent after the answer pay the new price.
         */
        patch: operations["changeItem"];
        trace?: never;
    };
    "/v1/ledger/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit the ledger and report each invariant
         * @description One audit runs at a time across all instances; further callers join it. An audit that takes longer than 20 seconds is answered 202 and continues: poll the URL in `Location` for its progress and its report.
         */
        get: operations["verifyLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/verification/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the progress of the audit and the latest report
         * @description Answers for all instances.
         */
        get: operations["getVerificationProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{provider}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a payment with every credit of it
         * @description Percent-encode the id: it can contain slashes.
         */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/system-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the balances of the system accounts */
        get: operations["listSystemAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tasks, sorted by code */
        get: operations["listTasks"];
        put?: never;
        /** Create a task */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a task, retired or not */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name, reward or completer of a task, retire or restore it
         * @description Completions sent after the answer pay the new reward.
         */
        patch: operations["changeTask"];
        trace?: never;
    };
    "/v1/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List transactions
         * @description Lists the transactions that match every filter, newest first. A filter by one of `userId`, `reference` and `type`, with or without a time range, uses an index. `asset`, or a second of the three, needs a scan: such a page examines at most 10,000 transactions, so it can be short or empty with `hasMore: true`; continue from `next`. The number of concurrent scans is limited, and identical ones share a run. A scan that cannot begin within two seconds is answered `503 overloaded`.
         *
         *     To follow the ledger, start with `after=start` and continue with the `cursor` of each page: it then lists every transaction once, oldest first, those of one user in the order of their versions.
         */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a transaction with its entries; players can get only theirs */
        get: operations["getTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transactions/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the proof of a transaction: its idempotency key and the hashes of its entries */
        get: operations["getTransactionProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users, sorted by id */
        get: operations["listUsers"];
        put?: never;
        /**
         * Register a user, with an account in every asset and the welcome grant
         * @description The user id is the idempotency key: a retry completes what an earlier request left undone, keeps the metadata, and answers 200. `hasPassword` tells whether a player signed up with this id.
         */
        post: operations["registerUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a user, and whether their wallet is frozen */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Make a user a tester, or not
         * @description A user who was only ever credited is registered first, as POST /v1/users does, with the welcome grant. A user who already is what the request says stays so and nothing is recorded, so a retry is safe.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/v1/users/{userId}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Freeze the wallet of a user
         * @description Once this request is answered, the wallet cannot spend. If it is frozen already, it keeps its first reason and nothing is recorded, so a retry is safe.
         */
        post: operations["freezeWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/freezes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List when, why and by which client a wallet was frozen and unfrozen, newest first */
        get: operations["listFreezes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unfreeze the wallet of a user
         * @description The wallet can spend again. If it is not frozen, nothing is recorded, so a retry is safe.
         */
        post: operations["unfreezeWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the users who owe in an asset, sorted by id */
        get: operations["listDebtors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all balances of a user
         * @description A registered user has a balance in every asset, including those created later. An unregistered user has balances only in the assets credited so far.
         */
        get: operations["getWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one balance of a user, now or at an instant */
        get: operations["getBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct a balance by hand, with a reason
         * @description For support: the other side is the system account `adjustments`. Works on a frozen wallet. A debit can take credits that the user owes, but none that are held. The metadata of the transaction gets `adjustment`: {`reason`}, which replaces any member of that name. If the request has no description, it is the reason. A client may have a largest adjustment.
         */
        post: operations["adjustBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/bonus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant a bonus: free credits, from promotions */
        post: operations["grantBonus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the entries of a user in one asset, newest first */
        get: operations["listEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the holds of a user in one asset, newest first */
        get: operations["listHolds"];
        put?: never;
        /**
         * Authorise a hold: reserve credits without moving them
         * @description The balance stays, and the available balance falls. The credits can be captured, once or in parts, until `expiresAt`; then what is left is available again. A captured amount is guaranteed: nothing else can spend or take it. At most 1,000 holds of an account can be open.
         */
        post: operations["authoriseHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a hold */
        get: operations["getHold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/holds/{holdId}/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Capture a hold: move reserved credits to revenue
         * @description The last capture releases what is left; with `final: false`, the rest stays reserved. A frozen wallet cannot capture.
         */
        post: operations["captureHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/holds/{holdId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void a hold: give back what is left of it
         * @description Also for a frozen wallet.
         */
        post: operations["voidHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/owed/forgive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forgive what a user owes, the oldest debt first
         * @description Moves no credits: the service bears the loss. `amount` is what was forgiven, `owed` what the user still owes.
         */
        post: operations["forgiveDebt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Spend credits, to revenue; refused if the balance is too low */
        post: operations["spend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the statement of a user in one asset for a period
         * @description The opening balance, totals by type, the closing balance, and every entry recorded at or after `from` and before `to`, oldest first. Opening + credits − debits = closing. The closing balance of one period is the opening balance of the next.
         *
         *     `Accept` selects JSON, CSV (RFC 4180) or NDJSON; the last two contain only the entries. In CSV, a text that begins with `=`, `+`, `-`, `@`, a tab or CR is prefixed with `'`: a spreadsheet would treat it as a formula.
         *
         *     The answer is streamed from a snapshot taken when the request arrives. If it cannot be completed, the connection is reset. A period of more than 1,000 entries needs a scan; a scan that cannot begin within two seconds is answered `503 overloaded`.
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/topup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Top up a wallet with purchased credits, from the treasury */
        post: operations["topUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verify one account of a user: balances, versions and hash chain */
        get: operations["verifyAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Convert credits to another asset
         * @description The rate is the one in effect when the conversion is decided. Both legs are one transaction, through the exchange account. `asset`, `amount` and `balance` of the answer are those of the asset converted from. The metadata of the transaction gets `conversion`: the rate, which replaces any member of that name. If the request has no description, it is made from the amounts, such as "50 SILVER → 1 GOLD".
         */
        post: operations["convert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Carry out several operations of a user, all or none
         * @description The operations happen in order, each on what the earlier ones leave, in one transaction of type `operations`. If one is refused, none happens, and the problem has its number as `operation`, counted from 0. `results` has the outcome of each. The caller needs the scope of every operation. `asset`, `amount` and `balance` of the answer are those of the first operation.
         */
        post: operations["carryOutOperations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy an item; its price goes from the user to revenue
         * @description The price is the one in effect when the purchase is decided. The metadata of the transaction gets `purchase`: {`item`, `quantity`, `unitPrice`}, which replaces any member of that name. If the request has no description, it is made from the name of the item, such as "Iron sword × 1".
         */
        post: operations["purchaseItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/reversals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverse a transaction, all of it or a part
         * @description Spends, purchases, captures and conversions go back to the user; top-ups, bonuses and rewards go back to where they came from. All reversals of a transaction share one running total, whatever their causes, and it never exceeds the original. It grows by `asked`: `amount` is what moved, `owed` what the user owes, `writtenOff` what is lost. Works on a frozen wallet and never takes what is held. A conversion is reversed in whole multiples of its rate.
         */
        post: operations["reverseTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/reversals/{transactionId}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a reversal, all of it or a part, as after a dispute that was won
         * @description Cancels the remaining debt of the reversal, then returns the credits taken or repaid, and finally reverses write-offs and forgiveness. The running total of the original falls by `asked`, which can then be reversed again.
         */
        post: operations["reinstateReversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/tasks/{task}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a task; its reward goes from promotions to the user
         * @description Players can complete tasks with `completedBy: player`; others are `forbidden`. A limited task pays once per user, or once per user and UTC day, whatever the Idempotency-Key. The metadata of the transaction gets `task`: {`task`, `period`}, which replaces any member of that name; an unlimited task has no period. If the request has no description, it is the name of the task.
         */
        post: operations["completeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountFlowAnswer: {
            /**
             * @description Credits absorbed by this account, net of those it issued. `null` beyond ±(2^53 − 1).
             * @example 0
             */
            absorbed: number | null;
            /**
             * @description The digits of `absorbed`, present where that is `null`.
             * @example 9007199254740992
             */
            absorbedText?: string;
            /**
             * @example treasury
             * @enum {string}
             */
            account: "treasury" | "promotions" | "revenue" | "exchange" | "adjustments";
            /**
             * @description The number of entries.
             * @example 2
             */
            entries: number;
            /**
             * @description Credits issued by this account, net of those that came back to it. `null` beyond ±(2^53 − 1).
             * @example 1500
             */
            issued: number | null;
            /**
             * @description The digits of `issued`, present where that is `null`.
             * @example 9007199254740992
             */
            issuedText?: string;
        };
        AccountVerificationAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            checkedAt: string;
            /** @example 3 */
            durationMs: number;
            /**
             * @description The number of entries checked.
             * @example 12
             */
            entries: number;
            /**
             * @description The versions of the first few invalid entries.
             * @example []
             */
            examples: number[];
            /**
             * @description The last hash of the chain, in hexadecimal. Note it down to detect later whether history was rewritten.
             * @example 6f0a41d5b1d2a3c44f0e4d1c7b6a59880716253443526170f0e1d2c3b4a59687
             */
            headHash: string;
            /** @description Whether the version, balance and hash of the account match its last entry. */
            headOk: boolean;
            /** @description Whether every entry and the account itself are unchanged. */
            ok: boolean;
            /** @example alice */
            userId: string;
            /** @example 0 */
            violations: number;
        };
        ActorAnswer: {
            /**
             * @description The id of the client or user; for `house`, what the service did: `welcome` or `seed`.
             * @example game-server
             */
            id: string;
            /**
             * @description A program with an API key, a player with their own token, or the service itself.
             * @example client
             * @enum {string}
             */
            kind: "client" | "player" | "house";
        };
        AdjustmentBody: {
            /**
             * @description In whole minor units.
             * @example 30
             */
            amount: number;
            /**
             * @description The write happens only if the balance is like this before it; otherwise it is refused as `precondition-failed`. At least one member. A retry of a success does not check them again.
             * @example {
             *       "maxBalance": 1000000
             *     }
             */
            conditions?: components["schemas"]["BalanceConditions"];
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description `credit` raises the balance of the user, `debit` lowers it.
             * @example credit
             * @enum {string}
             */
            direction: "credit" | "debit";
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "level": 7
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Why. Recorded with the transaction, where the player can read it too.
             * @example Lost in the crash of 12 May
             */
            reason: string;
            /**
             * @description Your reference, such as an order number. Transactions can be filtered by it.
             * @example order-17
             */
            reference?: string | null;
        };
        /** @description The client may not adjust by this much. */
        AdjustmentExceedsLimitProblem: {
            /**
             * @description The amount that the request asked for.
             * @example 5000
             */
            amount: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "adjustment-exceeds-limit";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The client's largest adjustment.
             * @example 1000
             */
            limit: number;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The amount is not a whole multiple of the rate. */
        AmountNotConvertibleProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "amount-not-convertible";
            detail: string;
            /**
             * @description The code of the asset to convert from.
             * @example SILVER
             */
            from: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The amount must be a multiple of this.
             * @example 50
             */
            multipleOf: number;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /**
             * @description The code of the asset to convert to.
             * @example GOLD
             */
            to: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The amount is out of range for the asset. */
        AmountOutOfRangeProblem: {
            /**
             * @description The requested amount.
             * @example 5
             */
            amount: number;
            /**
             * @description The code of the asset.
             * @example GOLD
             */
            asset: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "amount-out-of-range";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The largest amount one transaction can move.
             * @example 500
             */
            maxAmount: number;
            /**
             * @description The smallest amount one transaction can move.
             * @example 10
             */
            minAmount: number;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The amount would be too large. */
        AmountTooLargeProblem: {
            /**
             * @description The code of the asset.
             * @example GOLD
             */
            asset: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "amount-too-large";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The largest amount.
             * @example 9007199254740991
             */
            limit: number;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        AssetAnswer: {
            /** @example GOLD */
            code: string;
            /**
             * @description For display only: the number of decimal places of an amount.
             * @example 0
             */
            decimals: number;
            /**
             * @description The largest amount one transaction can move.
             * @example 1000000
             */
            maxAmount: number;
            /**
             * @description The smallest amount one transaction can move.
             * @example 1
             */
            minAmount: number;
            /** @example Gold Coins */
            name: string;
            /**
             * @description A retired asset cannot be credited. Users can still spend what they hold, or convert it to another asset.
             * @example false
             */
            retired: boolean;
        };
        AssetBalanceAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * @description What the user can spend: the balance without what is held, less what is owed; at least 0.
             * @example 70
             */
            available: number;
            /** @example 70 */
            balance: number;
            /**
             * @description The part of the balance that open holds reserve.
             * @example 0
             */
            held: number;
            /**
             * @description What the user owes. Credits repay it first. Absent if it is 0.
             * @example 30
             */
            owed?: number;
            /**
             * Format: date-time
             * @description When the latest entry was recorded; `null` at version 0.
             * @example 2026-01-01T00:00:00.000Z
             */
            updatedAt: string | null;
            /**
             * @description The number of entries of the account; 0 if it has none.
             * @example 2
             */
            version: number;
        };
        AssetChangeBody: {
            /**
             * @default 9007199254740991
             * @example 1000000
             */
            maxAmount: number;
            /**
             * @default 1
             * @example 1
             */
            minAmount: number;
            /** @example Gold Coins */
            name?: string;
            /**
             * @description `true` retires the asset, `false` restores it.
             * @example false
             */
            retired?: boolean;
        };
        /** @description The asset code is taken. */
        AssetExistsProblem: {
            /**
             * @description The code of the asset.
             * @example GOLD
             */
            asset: string;
            /** @constant */
            code: "asset-exists";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 409;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description There is no such asset. */
        AssetNotFoundProblem: {
            /**
             * @description The code of the asset.
             * @example GOLD
             */
            asset: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "asset-not-found";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 404;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        AssetPage: {
            data: components["schemas"]["AssetAnswer"][];
            /**
             * @description Whether more elements follow.
             * @example false
             */
            hasMore: boolean;
        };
        /** @description The asset is retired. */
        AssetRetiredProblem: {
            /**
             * @description The code of the asset.
             * @example GOLD
             */
            asset: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "asset-retired";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The request is not valid HTTP. */
        BadRequestProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "bad-request";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 400;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        BalanceAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * @description What the user can spend: the balance without what is held, less what is owed; at least 0. Absent with `at`.
             * @example 70
             */
            available?: number;
            /** @example 70 */
            balance: number;
            /**
             * @description The part of the balance that open holds reserve. Absent with `at`.
             * @example 0
             */
            held?: number;
            /**
             * @description What the user owes. Credits repay it first. Absent if it is 0.
             * @example 30
             */
            owed?: number;
            /**
             * Format: date-time
             * @description When the latest entry was recorded; `null` at version 0.
             * @example 2026-01-01T00:00:00.000Z
             */
            updatedAt: string | null;
            /** @example alice */
            userId: string;
            /**
             * @description The number of entries of the account; 0 if it has none.
             * @example 2
             */
            version: number;
        };
        BalanceConditions: {
            /**
             * @description The balance must be at most this.
             * @example 100
             */
            maxBalance?: number;
            /**
             * @description The available balance must be at least this.
             * @example 50
             */
            minAvailable?: number;
            /**
             * @description The balance must be at least this.
             * @example 50
             */
            minBalance?: number;
            /**
             * @description The version must be exactly this; 0 for an account without entries.
             * @example 2
             */
            version?: number;
        };
        /** @description The balance would be too large. */
        BalanceLimitExceededProblem: {
            /**
             * @description The id of the user.
             * @example alice
             */
            account: string;
            /**
             * @description The code of the asset.
             * @example GOLD
             */
            asset: string;
            /**
             * @description The user's balance.
             * @example 70
             */
            balance: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "balance-limit-exceeded";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The largest balance.
             * @example 9007199254740991
             */
            limit: number;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The body is too large. */
        BodyTooLargeProblem: {
            /** @constant */
            code: "body-too-large";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 413;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description Needs the scope `wallet:credit`. */
        BonusOperation: {
            /**
             * @description In whole minor units.
             * @example 30
             */
            amount: number;
            /**
             * @description The code of an asset.
             * @example GOLD
             */
            asset: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "bonus";
        };
        CaptureBody: {
            /**
             * @description In whole minor units; everything that is left by default.
             * @example 30
             */
            amount?: number;
            /**
             * @description The write happens only if the balance is like this before it; otherwise it is refused as `precondition-failed`. At least one member. A retry of a success does not check them again.
             * @example {
             *       "maxBalance": 1000000
             *     }
             */
            conditions?: components["schemas"]["BalanceConditions"];
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description Whether this is the last capture: it releases what is left of the hold.
             * @default true
             * @example true
             */
            final: boolean;
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "level": 7
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Your reference, such as an order number. Transactions can be filtered by it.
             * @example order-17
             */
            reference?: string | null;
        };
        /** @description The hold is smaller than the capture. */
        CaptureExceedsHoldProblem: {
            /**
             * @description The requested amount.
             * @example 40
             */
            amount: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "capture-exceeds-hold";
            detail: string;
            /**
             * Format: uuid
             * @description The id of the hold.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            holdId: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /**
             * @description What is left of the hold.
             * @example 30
             */
            remaining: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        ChangeAnswer: {
            /**
             * @description The terms after the change; `null` if the subject was removed.
             * @example {
             *       "name": "Iron sword",
             *       "asset": "GOLD",
             *       "price": 150,
             *       "retired": false
             *     }
             */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The terms before the change; `null` if the subject is new.
             * @example {
             *       "name": "Iron sword",
             *       "asset": "GOLD",
             *       "price": 120,
             *       "retired": false
             *     }
             */
            before: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Who changed it: the id of a client, or `operator:` and the database login of a command. The demo data is by `seed`.
             * @example live-ops
             */
            by: string;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /**
             * @description More kinds can be added; accept unknown ones.
             * @example item
             */
            kind: string;
            /**
             * @description Counts all changes, without a gap. Also the cursor.
             * @example 17
             */
            number: number;
            /**
             * @description What was changed: a code, the id of a client, or the two assets of a conversion rate, `SILVER/GOLD`.
             * @example iron-sword
             */
            subject: string;
        };
        ChangedHoldAnswer: {
            /** @example 30 */
            amount: number;
            /** @example GOLD */
            asset: string;
            /**
             * @description What the user could spend after this request.
             * @example 70
             */
            available: number;
            /**
             * @description The amount captured so far.
             * @example 0
             */
            captured: number;
            /**
             * Format: date-time
             * @example null
             */
            closedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example Iron sword */
            description: string | null;
            /**
             * Format: date-time
             * @description From this instant on it can no longer be captured.
             * @example 2026-01-01T00:15:00.000Z
             */
            expiresAt: string;
            /**
             * @description What was held after this request.
             * @example 30
             */
            held: number;
            /**
             * Format: uuid
             * @description Also the id of the transaction that authorised it.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            id: string;
            /** @example {} */
            metadata: {
                [key: string]: unknown;
            };
            /** @example order-17 */
            reference: string | null;
            /**
             * @description The amount given back.
             * @example 0
             */
            released: number;
            /**
             * @description What can still be captured.
             * @example 30
             */
            remaining: number;
            /**
             * @description What closed the hold. A hold whose `expiresAt` has come reads `lapsed`.
             * @example open
             * @enum {string}
             */
            status: "open" | "captured" | "voided" | "lapsed";
            /** @example alice */
            userId: string;
        };
        ChangePage: {
            data: components["schemas"]["ChangeAnswer"][];
            /**
             * @description Whether more elements follow.
             * @example false
             */
            hasMore: boolean;
        };
        ConditionalDetails: {
            /**
             * @description The write happens only if the balance is like this before it; otherwise it is refused as `precondition-failed`. At least one member. A retry of a success does not check them again.
             * @example {
             *       "maxBalance": 1000000
             *     }
             */
            conditions?: components["schemas"]["BalanceConditions"];
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "level": 7
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Your reference, such as an order number. Transactions can be filtered by it.
             * @example order-17
             */
            reference?: string | null;
        };
        ConversionBody: {
            /**
             * @description The amount to convert. A multiple of the `fromAmount` of the rate.
             * @example 50
             */
            amount: number;
            /**
             * @description The conversion happens only if the balances are like this before it; otherwise it is refused as `precondition-failed`. By the codes of the two assets.
             * @example {
             *       "SILVER": {
             *         "minBalance": 50
             *       }
             *     }
             */
            conditions?: {
                [key: string]: components["schemas"]["BalanceConditions"];
            };
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description The code of the asset to convert from.
             * @example SILVER
             */
            from: string;
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "level": 7
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The smallest amount to receive. If the rate gives less now, the conversion is refused as `precondition-failed`.
             * @example 1
             */
            minReceived?: number;
            /**
             * @description Your reference, such as an order number. Transactions can be filtered by it.
             * @example order-17
             */
            reference?: string | null;
            /**
             * @description The code of the asset to convert to.
             * @example GOLD
             */
            to: string;
        };
        /** @description The rate would let conversions create credits. */
        ConversionCycleCreatesCreditsProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "conversion-cycle-creates-credits";
            /**
             * @description The codes of the assets of the cycle, in order.
             * @example [
             *       "SILVER",
             *       "GOLD",
             *       "SILVER"
             *     ]
             */
            cycle: string[];
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description There is no rate for this conversion. */
        ConversionNotOfferedProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "conversion-not-offered";
            detail: string;
            /**
             * @description The code of the asset to convert from.
             * @example SILVER
             */
            from: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /**
             * @description The code of the asset to convert to.
             * @example GOLD
             */
            to: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description Needs the scope `wallet:spend`. */
        ConversionOperation: {
            /**
             * @description The amount to convert. A multiple of the `fromAmount` of the rate.
             * @example 50
             */
            amount: number;
            /**
             * @description The code of the asset to convert from.
             * @example SILVER
             */
            from: string;
            /**
             * @description The smallest amount to receive. If the rate gives less now, the conversion is refused as `precondition-failed`.
             * @example 1
             */
            minReceived?: number;
            /**
             * @description The code of the asset to convert to.
             * @example GOLD
             */
            to: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversion";
        };
        ConversionRateAnswer: {
            /** @example SILVER */
            from: string;
            /**
             * @description The smallest amount that can be converted. Larger amounts must be multiples of it.
             * @example 50
             */
            fromAmount: number;
            /** @example GOLD */
            to: string;
            /**
             * @description The amount received for `fromAmount`.
             * @example 1
             */
            toAmount: number;
        };
        ConversionRateBody: {
            /**
             * @description The smallest amount that can be converted. Larger amounts must be multiples of it.
             * @example 50
             */
            fromAmount: number;
            /**
             * @description The amount received for `fromAmount`.
             * @example 1
             */
            toAmount: number;
        };
        ConversionRatePage: {
            data: components["schemas"]["ConversionRateAnswer"][];
            /**
             * @description Whether more elements follow.
             * @example false
             */
            hasMore: boolean;
        };
        /** @description The disk of the database is full. */
        DatabaseDiskFullProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "database-disk-full";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 503;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The database is read-only. */
        DatabaseReadOnlyProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "database-read-only";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 503;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The database does not accept connections yet. */
        DatabaseStartingUpProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "database-starting-up";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 503;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The database is unavailable. */
        DatabaseUnavailableProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "database-unavailable";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 503;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        DebtorAnswer: {
            /** @example GOLD */
            asset: string;
            /** @example 0 */
            available: number;
            /** @example 0 */
            balance: number;
            /** @example 30 */
            owed: number;
            /** @example alice */
            userId: string;
        };
        DebtorPage: {
            data: components["schemas"]["DebtorAnswer"][];
            /**
             * @description Whether more elements follow.
             * @example false
             */
            hasMore: boolean;
        };
        DryRunAnswer: {
            /**
             * Format: date-time
             * @description The database time of the decision. Another request may come first: this is advice, not a reservation.
             * @example 2026-01-01T00:00:00.000Z
             */
            asOf: string;
            /** @description Every check, in order. Execution stops at the first that fails; a failed one has the figures of its refusal. */
            checks: ({
                /**
                 * @description The code of the refusal if the check fails.
                 * @example wallet-frozen
                 */
                code: string;
                /** @description The operation that it belongs to, for a request with several. */
                operation?: number;
                /**
                 * @description `skipped`: an earlier failure left the check without input.
                 * @example passed
                 * @enum {string}
                 */
                result: "passed" | "failed" | "skipped";
            } & {
                [key: string]: unknown;
            })[];
            /** @description The problem document of the refusal. Present if it would be refused. */
            refusal?: {
                [key: string]: unknown;
            };
            /** @description Present if it would be accepted. */
            transaction?: components["schemas"]["PreviewedTransaction"];
            /**
             * @description Whether the request would be accepted now.
             * @example true
             */
            wouldSucceed: boolean;
        };
        EconomyAnswer: {
            /**
             * @description The number of transactions in each of the last 60 whole seconds, oldest first.
             * @example [
             *       0,
             *       3,
             *       1
             *     ]
             */
            perSecond: number[];
            supply: components["schemas"]["SupplyAnswer"][];
            /**
             * @description The average over the last minute.
             * @example 12.5
             */
            transactionsPerSecond: number;
        };
        EconomyDayAnswer: {
            /**
             * @description The day, in UTC.
             * @example 2026-01-01
             */
            day: string;
            /** @description One per system account. */
            flows: components["schemas"]["AccountFlowAnswer"][];
            /** @description What is reported apart, such as write-offs: gross, and not in addition to the flows. What of it moved credits is part of the flows of the accounts. */
            namedFlows: components["schemas"]["NamedFlowAnswer"][];
            /**
             * @description The supply at the end of the day; for today, now. `null` beyond ±(2^53 − 1).
             * @example 1500
             */
            supply: number | null;
            /**
             * @description The digits of `supply`, present where that is `null`.
             * @example 9007199254740992
             */
            supplyText?: string;
        };
        EconomyDaysAnswer: {
            /** @example GOLD */
            asset: string;
            /** @description Oldest first; the last one is today. */
            days: components["schemas"]["EconomyDayAnswer"][];
        };
        EntryAnswer: {
            /**
             * @description The user id, or the name of the system account.
             * @example alice
             */
            account: string;
            /** @example 30 */
            amount: number;
            /** @example GOLD */
            asset: string;
            /**
             * @description The user's balance after this entry. Absent for system accounts.
             * @example 70
             */
            balanceAfter?: number;
            /**
             * @description A credit raises the balance of the account; a debit lowers it.
             * @example debit
             * @enum {string}
             */
            direction: "debit" | "credit";
            /**
             * @example user
             * @enum {string}
             */
            kind: "user" | "system";
            /**
             * @description The position of the entry in the user's account, from 1.
             * @example 2
             */
            version?: number;
        };
        EntryPage: {
            data: components["schemas"]["StatementEntryAnswer"][];
            /**
             * @description Whether more elements follow.
             * @example false
             */
            hasMore: boolean;
        };
        FieldErrorAnswer: {
            /** @example must be an integer from 1 to 9007199254740991 */
            detail: string;
            /**
             * @description JSON pointer (RFC 6901) to the fault. A long one is cut and ends with "…".
             * @example /amount
             */
            pointer: string;
        };
        /** @description The caller may not do this. */
        ForbiddenProblem: {
            /** @constant */
            code: "forbidden";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 403;
            /**
             * @description The task that only clients complete.
             * @example daily-login
             */
            task?: string;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        ForgivenessBody: {
            /**
             * @description At most what the user owes.
             * @example 30
             */
            amount: number;
            /**
             * @description The description of the transaction.
             * @example The bank confirmed the payment
             */
            reason: string;
        };
        /** @description The user owes less. */
        ForgivenessExceedsDebtProblem: {
            /**
             * @description The code of the asset.
             * @example GOLD
             */
            asset: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "forgiveness-exceeds-debt";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /**
             * @description What the user owes.
             * @example 30
             */
            owed: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        FreezeAnswer: {
            /**
             * @example freeze
             * @enum {string}
             */
            action: "freeze" | "unfreeze";
            /**
             * @description The client that requested it.
             * @example support-desk
             */
            by: string;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /**
             * @description Counts the changes of one user. Also the cursor.
             * @example 1
             */
            number: number;
            /** @example A payment was charged back */
            reason: string;
        };
        FreezeBody: {
            /**
             * @description Shown in the history of the wallet.
             * @example A payment was charged back
             */
            reason: string;
        };
        FreezePage: {
            data: components["schemas"]["FreezeAnswer"][];
            /**
             * @description Whether more elements follow.
             * @example false
             */
            hasMore: boolean;
        };
        FrozenAnswer: {
            /**
             * @description The client that froze the wallet.
             * @example support-desk
             */
            by: string;
            /** @example A payment was charged back */
            reason: string;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            since: string;
        };
        /** @description The headers are too large. */
        HeadersTooLargeProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "headers-too-large";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 431;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        HoldAnswer: {
            /** @example 30 */
            amount: number;
            /** @example GOLD */
            asset: string;
            /**
             * @description The amount captured so far.
             * @example 0
             */
            captured: number;
            /**
             * Format: date-time
             * @example null
             */
            closedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example Iron sword */
            description: string | null;
            /**
             * Format: date-time
             * @description From this instant on it can no longer be captured.
             * @example 2026-01-01T00:15:00.000Z
             */
            expiresAt: string;
            /**
             * Format: uuid
             * @description Also the id of the transaction that authorised it.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            id: string;
            /** @example {} */
            metadata: {
                [key: string]: unknown;
            };
            /** @example order-17 */
            reference: string | null;
            /**
             * @description The amount given back.
             * @example 0
             */
            released: number;
            /**
             * @description What can still be captured.
             * @example 30
             */
            remaining: number;
            /**
             * @description What closed the hold. A hold whose `expiresAt` has come reads `lapsed`.
             * @example open
             * @enum {string}
             */
            status: "open" | "captured" | "voided" | "lapsed";
            /** @example alice */
            userId: string;
        };
        HoldBody: {
            /**
             * @description In whole minor units.
             * @example 30
             */
            amount: number;
            /**
             * @description The write happens only if the balance is like this before it; otherwise it is refused as `precondition-failed`. At least one member. A retry of a success does not check them again.
             * @example {
             *       "maxBalance": 1000000
             *     }
             */
            conditions?: components["schemas"]["BalanceConditions"];
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description The life of the hold in seconds. It lapses then, unless it was captured or voided.
             * @default 900
             * @example 900
             */
            expiresIn: number;
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "level": 7
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Your reference, such as an order number. Transactions can be filtered by it.
             * @example order-17
             */
            reference?: string | null;
        };
        /** @description The hold is closed. */
        HoldClosedProblem: {
            /**
             * @description What closed the hold.
             * @example captured
             * @enum {string}
             */
            closedAs: "captured" | "voided";
            /**
             * Format: date-time
             * @description When it was closed.
             * @example 2026-01-01T00:15:00.000Z
             */
            closedAt: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "hold-closed";
            detail: string;
            /**
             * Format: uuid
             * @description The id of the hold.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            holdId: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        HolderAnswer: {
            /** @example 1000 */
            balance: number;
            /** @example alice */
            userId: string;
        };
        HoldersAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * Format: date-time
             * @description When the accounts were read: up to a minute ago.
             * @example 2026-01-01T00:00:00.000Z
             */
            at: string;
            /**
             * @description The number of users with a balance above zero.
             * @example 2
             */
            count: number;
            /** @description Largest first. */
            largest: components["schemas"]["HolderAnswer"][];
        };
        /** @description The hold has lapsed. */
        HoldLapsedProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "hold-lapsed";
            detail: string;
            /**
             * Format: date-time
             * @description When it lapsed.
             * @example 2026-01-01T00:15:00.000Z
             */
            expiresAt: string;
            /**
             * Format: uuid
             * @description The id of the hold.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            holdId: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description There is no such hold. */
        HoldNotFoundProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "hold-not-found";
            detail: string;
            /**
             * Format: uuid
             * @description The id of the hold.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            holdId: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 404;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        HoldPage: {
            data: components["schemas"]["HoldAnswer"][];
            /**
             * @description Whether more elements follow.
             * @example false
             */
            hasMore: boolean;
        };
        /** @description The Idempotency-Key header is not valid. */
        IdempotencyKeyInvalidProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "idempotency-key-invalid";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 400;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The Idempotency-Key header is missing. */
        IdempotencyKeyMissingProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "idempotency-key-missing";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 400;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The Idempotency-Key was used for another request. */
        IdempotencyKeyReusedProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "idempotency-key-reused";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The identity provider is unavailable. */
        IdentityProviderUnavailableProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "identity-provider-unavailable";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 503;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The balance is too low. */
        InsufficientFundsProblem: {
            /**
             * @description The code of the asset.
             * @example GOLD
             */
            asset: string;
            /**
             * @description What of it the user can spend.
             * @example 70
             */
            available: number;
            /**
             * @description The user's balance.
             * @example 70
             */
            balance: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "insufficient-funds";
            detail: string;
            /**
             * @description What of it is held.
             * @example 0
             */
            held: number;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /**
             * @description The amount that the request needs.
             * @example 100
             */
            required: number;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description Something went wrong on our side. */
        InternalProblem: {
            /** @constant */
            code: "internal";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 500;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The cursor is not one of this list. */
        InvalidCursorProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "invalid-cursor";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 400;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        InvariantAnswer: {
            /**
             * @description The number of rows or groups checked.
             * @example 1200
             */
            checked: number;
            /**
             * @description The duration of the check, summed over all shards.
             * @example 4
             */
            durationMs: number;
            /**
             * @description The first few violations.
             * @example []
             */
            examples: string[];
            /** @example hash-chain */
            name: string;
            ok: boolean;
            /** @example 0 */
            violations: number;
        };
        ItemAnswer: {
            /**
             * @description The asset it is paid in. Never changes.
             * @example GOLD
             */
            asset: string;
            /** @example iron-sword */
            code: string;
            /** @example Iron sword */
            name: string;
            /**
             * @description Price of one piece, in whole minor units.
             * @example 120
             */
            price: number;
            /**
             * @description A retired item is no longer sold.
             * @example false
             */
            retired: boolean;
        };
        ItemChangeBody: {
            /** @example Iron sword */
            name?: string;
            /** @example 150 */
            price?: number;
            /**
             * @description `true` takes the item off sale, `false` puts it back.
             * @example false
             */
            retired?: boolean;
        };
        /** @description The item code is taken. */
        ItemExistsProblem: {
            /** @constant */
            code: "item-exists";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The code of the item.
             * @example iron-sword
             */
            item: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 409;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description There is no such item. */
        ItemNotFoundProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "item-not-found";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The code of the item.
             * @example iron-sword
             */
            item: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 404;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        ItemPage: {
            data: components["schemas"]["ItemAnswer"][];
            /**
             * @description Whether more elements follow.
             * @example false
             */
            hasMore: boolean;
        };
        /** @description The item is no longer sold. */
        ItemRetiredProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "item-retired";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The code of the item.
             * @example iron-sword
             */
            item: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        ListedUserAnswer: {
            /**
             * Format: date-time
             * @description When the user was registered or first credited, whichever came first.
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example alice */
            userId: string;
        };
        LiveAnswer: {
            /** @enum {string} */
            status: "live";
        };
        /** @description A test wallet credits no live payment. */
        LivePaymentProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "live-payment";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        LoginBody: {
            /**
             * Format: password
             * @example correct horse battery staple
             */
            password: string;
            /**
             * @description The id of the wallet.
             * @example dora
             */
            userId: string;
        };
        /** @description The body is not valid JSON. */
        MalformedJsonProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "malformed-json";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 400;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        NamedFlowAnswer: {
            /**
             * @description Credits that it took out of circulation. `null` beyond ±(2^53 − 1).
             * @example 0
             */
            absorbed: number | null;
            /**
             * @description The digits of `absorbed`, present where that is `null`.
             * @example 9007199254740992
             */
            absorbedText?: string;
            /**
             * @description How often.
             * @example 1
             */
            count: number;
            /**
             * @description Credits that it put or left in circulation. `null` beyond ±(2^53 − 1).
             * @example 30
             */
            issued: number | null;
            /**
             * @description The digits of `issued`, present where that is `null`.
             * @example 9007199254740992
             */
            issuedText?: string;
            /**
             * @description More flows can be added; accept unknown ones.
             * @example write-offs
             */
            name: string;
        };
        NewAssetBody: {
            /** @example RUBY */
            code: string;
            /**
             * @description For display only. Cannot be changed later.
             * @default 0
             * @example 0
             */
            decimals: number;
            /**
             * @default 9007199254740991
             * @example 1000000
             */
            maxAmount: number;
            /**
             * @default 1
             * @example 1
             */
            minAmount: number;
            /** @example Rubies */
            name: string;
        };
        NewItemBody: {
            /**
             * @description The code of an asset. Cannot be changed later.
             * @example SILVER
             */
            asset: string;
            /**
             * @description Your identifier for the item. Permanent: every purchase refers to it.
             * @example wooden-shield
             */
            code: string;
            /** @example Wooden shield */
            name: string;
            /**
             * @description Price of one piece, in whole minor units.
             * @example 40
             */
            price: number;
        };
        NewTaskBody: {
            /**
             * @description The code of an asset. Cannot be changed later.
             * @example SILVER
             */
            asset: string;
            /**
             * @description Your identifier for the task. Permanent: every completion refers to it.
             * @example first-victory
             */
            code: string;
            /**
             * @description `player` lets players complete the task themselves. Not allowed for an unlimited task.
             * @default client
             * @example client
             * @enum {string}
             */
            completedBy: "client" | "player";
            /**
             * @description How often one user can complete the task. Cannot be changed later.
             * @example once
             * @enum {string}
             */
            limit: "once" | "daily" | "unlimited";
            /** @example First victory */
            name: string;
            /**
             * @description Reward for one completion, in whole minor units.
             * @example 25
             */
            reward: number;
        };
        /** @description There is no such format. */
        NotAcceptableProblem: {
            /** @constant */
            code: "not-acceptable";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 406;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description A transaction of this type cannot be reversed. */
        NotReversibleProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "not-reversible";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /**
             * @description The type of the transaction.
             * @example reversal
             */
            transactionType: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        OperationResultAnswer: {
            /** @example 500 */
            amount: number;
            /**
             * @description For a conversion, the asset converted from.
             * @example GOLD
             */
            asset: string;
            /**
             * @description The user's balance after this operation.
             * @example 570
             */
            balance: number;
            /** @example null */
            description: string | null;
            /**
             * @description The terms of a purchase, a reward or a conversion.
             * @example {}
             */
            metadata: {
                [key: string]: unknown;
            };
            /** @example topup */
            type: string;
        };
        OperationsBody: {
            /**
             * @description The operations happen only if the balances are like this before them; otherwise they are refused as `precondition-failed`. By the codes of assets that the operations move.
             * @example {
             *       "GOLD": {
             *         "maxBalance": 1000000
             *       }
             *     }
             */
            conditions?: {
                [key: string]: components["schemas"]["BalanceConditions"];
            };
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "level": 7
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description In the order in which they happen. Their type says which members they have.
             * @example [
             *       {
             *         "type": "topup",
             *         "asset": "GOLD",
             *         "amount": 500
             *       },
             *       {
             *         "type": "bonus",
             *         "asset": "LOYALTY",
             *         "amount": 25
             *       }
             *     ]
             */
            operations: (components["schemas"]["TopupOperation"] | components["schemas"]["BonusOperation"] | components["schemas"]["SpendOperation"] | components["schemas"]["PurchaseOperation"] | components["schemas"]["RewardOperation"] | components["schemas"]["ConversionOperation"])[];
            /**
             * @description What the user paid for these credits. A payment is credited once, whatever the key, the user and the client. No limit of the asset refuses credits that were paid for.
             * @example {
             *       "provider": "app-store",
             *       "id": "2000000123456789",
             *       "environment": "live"
             *     }
             */
            payment?: components["schemas"]["PaymentBody"];
            /**
             * @description Your reference, such as an order number. Transactions can be filtered by it.
             * @example order-17
             */
            reference?: string | null;
        };
        /** @description The outcome is not known yet. */
        OutcomeUnknownProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "outcome-unknown";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 503;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The service is overloaded. */
        OverloadedProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "overloaded";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 503;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        PartStateAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * @description The operation of the original, counted from 0.
             * @example 0
             */
            operation: number;
            /** @example 0 */
            remaining: number;
            /** @example 500 */
            reversed: number;
        };
        /** @description The payment is already credited. */
        PaymentAlreadyCreditedProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "payment-already-credited";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /**
             * Format: uuid
             * @description The transaction that credited the payment, if it is of the same user.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            transactionId?: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        PaymentAnswer: {
            /** @description The transactions that credited it. */
            credits: components["schemas"]["TransactionAnswer"][];
            /**
             * @description Whether money was paid.
             * @example live
             * @enum {string}
             */
            environment: "live" | "sandbox";
            /**
             * @description The provider's id of the payment. Compared byte by byte.
             * @example 2000000123456789
             */
            id: string;
            /** @example gold.pack.500 */
            productId?: string;
            /**
             * @description The shop or payment service that took the money. Choose one name for each and keep it.
             * @example app-store
             */
            provider: string;
            /**
             * @description An RFC 3339 time. Answers repeat it as given.
             * @example 2026-01-31T12:00:00Z
             */
            purchasedAt?: string;
            /**
             * @description Whose payment it is.
             * @example alice
             */
            userId: string;
        };
        PaymentBody: {
            /**
             * @description Whether money was paid.
             * @example live
             * @enum {string}
             */
            environment: "live" | "sandbox";
            /**
             * @description The provider's id of the payment. Compared byte by byte.
             * @example 2000000123456789
             */
            id: string;
            /** @example gold.pack.500 */
            productId?: string;
            /**
             * @description The shop or payment service that took the money. Choose one name for each and keep it.
             * @example app-store
             */
            provider: string;
            /**
             * @description An RFC 3339 time. Answers repeat it as given.
             * @example 2026-01-31T12:00:00Z
             */
            purchasedAt?: string;
        };
        PaymentName: {
            /**
             * @description The provider's id of the payment. Compared byte by byte.
             * @example 2000000123456789
             */
            id: string;
            /**
             * @description The shop or payment service that took the money. Choose one name for each and keep it.
             * @example app-store
             */
            provider: string;
        };
        /** @description There is no such payment. */
        PaymentNotFoundProblem: {
            /** @constant */
            code: "payment-not-found";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 404;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description A task that players complete needs a limit. */
        PlayerTaskUnlimitedProblem: {
            /** @constant */
            code: "player-task-unlimited";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            /**
             * @description The code of the task.
             * @example daily-login
             */
            task: string;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        PostingBody: {
            /**
             * @description In whole minor units.
             * @example 30
             */
            amount: number;
            /**
             * @description The write happens only if the balance is like this before it; otherwise it is refused as `precondition-failed`. At least one member. A retry of a success does not check them again.
             * @example {
             *       "maxBalance": 1000000
             *     }
             */
            conditions?: components["schemas"]["BalanceConditions"];
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "level": 7
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Your reference, such as an order number. Transactions can be filtered by it.
             * @example order-17
             */
            reference?: string | null;
        };
        /** @description A precondition of the request does not hold. */
        PreconditionFailedProblem: {
            /**
             * @description What was found instead: an integer, or the current ETag.
             * @example 3
             */
            actual: number | string;
            /**
             * @description The code of the asset.
             * @example GOLD
             */
            asset: string;
            /** @constant */
            code: "precondition-failed";
            /**
             * @description The condition that does not hold.
             * @example version
             * @enum {string}
             */
            condition: "if-match" | "version" | "minBalance" | "maxBalance" | "minAvailable" | "expectedPrice" | "minReceived";
            detail: string;
            /**
             * @description What the request expected: an integer, or the tag of an If-Match.
             * @example 2
             */
            expected: number | string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 412;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        PreviewedTransaction: {
            actor: components["schemas"]["ActorAnswer"];
            /**
             * @description The amount moved, or set aside if nothing moved. 0 if there was nothing to do.
             * @example 30
             */
            amount: number;
            /**
             * @description What the running total changed by: the sum of `amount`, `owed` and `writtenOff`.
             * @example 500
             */
            asked?: number;
            /**
             * @description For a conversion, the asset converted from; of several operations, that of the first. `entries` has all.
             * @example GOLD
             */
            asset: string;
            /**
             * @description With `hold`: what the user could spend after the transaction.
             * @example 70
             */
            available?: number;
            /**
             * @description The user's balance after the transaction; of several operations, after the first.
             * @example 70
             */
            balance: number;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example Iron sword */
            description: string | null;
            /** @description All entries; per asset they sum to zero. Empty if the transaction moved nothing, as the authorisation of a hold. */
            entries: components["schemas"]["EntryAnswer"][];
            /** @description What a forgiveness forgives, oldest first. */
            forgives?: components["schemas"]["SettledDebtAnswer"][];
            /**
             * @description With `hold`: what was held after it.
             * @example 30
             */
            held?: number;
            /** @description The hold that the transaction changed, as of then. */
            hold?: components["schemas"]["HoldAnswer"];
            /**
             * @description The caller's metadata. For a purchase, a reward or a conversion, one more member holds its terms.
             * @example {}
             */
            metadata: {
                [key: string]: unknown;
            };
            /**
             * @description Of a reversal, the part of `asked` that the user owes; of a reinstatement, the part that was still owed. After a forgiveness, what the user owes.
             * @example 0
             */
            owed?: number;
            /** @description Each operation that was reversed or reinstated, if the original consists of operations. The figures outside are those of the first. */
            parts?: components["schemas"]["ReversedPartAnswer"][];
            /**
             * @description The payment that this transaction credited.
             * @example {
             *       "provider": "app-store",
             *       "id": "2000000123456789",
             *       "environment": "live"
             *     }
             */
            payment?: components["schemas"]["PaymentBody"];
            /** @example order-17 */
            reference: string | null;
            /**
             * @description What a reinstatement undoes.
             * @example {
             *       "id": "019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10"
             *     }
             */
            reinstates?: components["schemas"]["ReinstatedAnswer"];
            /** @description What a repayment repays. */
            repays?: components["schemas"]["SettledDebtAnswer"][];
            /** @description The outcome of each operation, in order. Only transactions of type `operations` have it. */
            results?: components["schemas"]["OperationResultAnswer"][];
            /**
             * @description What was reversed of this transaction by now. Only where one transaction or a payment is read.
             * @example {
             *       "reversible": true,
             *       "reversed": 0,
             *       "remaining": 500,
             *       "items": []
             *     }
             */
            reversal?: components["schemas"]["ReversalStateAnswer"];
            /**
             * @description What a reversal reverses.
             * @example {
             *       "id": "019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10",
             *       "number": 1
             *     }
             */
            reverses?: components["schemas"]["ReversedAnswer"];
            /**
             * @description More types can be added; accept unknown ones.
             * @example spend
             */
            type: string;
            /** @example alice */
            userId: string;
            /**
             * @description The part of `asked` that is lost.
             * @example 0
             */
            writtenOff?: number;
        };
        ProvenEntryAnswer: {
            /** @example alice */
            account: string;
            /**
             * Format: uuid
             * @description The id of the account. Covered by the hashes.
             * @example 5f0c8d0e-6a83-4d0c-9a49-0f6d0a9a7a51
             */
            accountId: string;
            /** @example 30 */
            amount: number;
            /** @example GOLD */
            asset: string;
            /**
             * @description For a system account, the balance of its stripe in the user's shard. `null` beyond ±(2^53 − 1).
             * @example 70
             */
            balanceAfter: number | null;
            /**
             * @description The digits of `balanceAfter`, present where that is `null`.
             * @example 9007199254740992
             */
            balanceAfterText?: string;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /**
             * @example debit
             * @enum {string}
             */
            direction: "debit" | "credit";
            /**
             * @description SHA-256 over the previous hash, the digest of the transaction, the leg and the direction.
             * @example 6f0a41d5b1d2a3c44f0e4d1c7b6a59880716253443526170f0e1d2c3b4a59687
             */
            hash: string;
            /**
             * @description Whether recomputing the hash now gives the same value.
             * @example true
             */
            intact: boolean;
            /**
             * @example user
             * @enum {string}
             */
            kind: "user" | "system";
            /**
             * @description The index of the movement in the transaction.
             * @example 0
             */
            leg: number;
            /**
             * @description The hash of the previous entry of the account, in hexadecimal; for the first entry, of the account itself.
             * @example 6f0a41d5b1d2a3c44f0e4d1c7b6a59880716253443526170f0e1d2c3b4a59687
             */
            previousHash: string;
            /**
             * @description The position of the entry in its account, from 1.
             * @example 2
             */
            version: number;
        };
        PurchaseBody: {
            /**
             * @description The write happens only if the balance is like this before it; otherwise it is refused as `precondition-failed`. At least one member. A retry of a success does not check them again.
             * @example {
             *       "maxBalance": 1000000
             *     }
             */
            conditions?: components["schemas"]["BalanceConditions"];
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description The price of one piece that the buyer saw. If the item has another price now, the purchase is refused as `precondition-failed`.
             * @example 120
             */
            expectedPrice?: number;
            /**
             * @description The code of an item.
             * @example iron-sword
             */
            item: string;
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "level": 7
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The number of pieces.
             * @default 1
             * @example 1
             */
            quantity: number;
            /**
             * @description Your reference, such as an order number. Transactions can be filtered by it.
             * @example order-17
             */
            reference?: string | null;
        };
        /** @description Needs the scope `wallet:spend`. */
        PurchaseOperation: {
            /**
             * @description The price of one piece that the buyer saw. If the item has another price now, the purchase is refused as `precondition-failed`.
             * @example 120
             */
            expectedPrice?: number;
            /**
             * @description The code of an item.
             * @example iron-sword
             */
            item: string;
            /**
             * @description The number of pieces.
             * @default 1
             * @example 1
             */
            quantity: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "purchase";
        };
        /** @description Too many requests. */
        RateLimitedProblem: {
            /** @constant */
            code: "rate-limited";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 429;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        ReadyAnswer: {
            /**
             * @description up: reached, and it accepts writes. in-recovery: a standby, or a restore under way. read-only: by a setting. disk-full: the latest commit found no room, and there is none yet. starting-up: it accepts no connections yet, or no more. down: not reached.
             * @enum {string}
             */
            database: "up" | "in-recovery" | "read-only" | "disk-full" | "starting-up" | "down";
            /** @description The service is shutting down and takes no new work. */
            draining: boolean;
            /**
             * @description unsupported: a newer version has migrated the database beyond what this one can use.
             * @enum {string}
             */
            migrations: "applied" | "pending" | "unsupported" | "unknown";
            /** @enum {string} */
            status: "ready" | "not-ready";
        };
        RegisteredUserAnswer: {
            /**
             * Format: date-time
             * @description When the user was registered or first credited, whichever came first.
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /**
             * @description The current freeze; `null` if the wallet is not frozen.
             * @example {
             *       "since": "2026-01-01T00:00:00.000Z",
             *       "reason": "A payment was charged back",
             *       "by": "support-desk"
             *     }
             */
            frozen: components["schemas"]["FrozenAnswer"] | null;
            /**
             * @description `true` if a player signed up with this id and a password: they can spend from this wallet. Make sure that they are your user before you credit the wallet.
             * @example false
             */
            hasPassword: boolean;
            /**
             * @description The metadata given at registration.
             * @example {
             *       "country": "NL"
             *     }
             */
            metadata: {
                [key: string]: unknown;
            };
            /** @description `false` if the user was only ever credited. */
            registered: boolean;
            /**
             * @description Whether sandbox payments of this user are accepted in a live environment.
             * @example false
             */
            tester: boolean;
            /** @example alice */
            userId: string;
        };
        ReinstatedAnswer: {
            /**
             * Format: uuid
             * @description The reversal that is undone.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            id: string;
        };
        ReinstatementBody: {
            /**
             * @description How much of the reversal to undo. Everything that is left if absent.
             * @example 100
             */
            amount?: number;
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "level": 7
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Your reference, such as an order number. Transactions can be filtered by it.
             * @example order-17
             */
            reference?: string | null;
        };
        /** @description The request took too long to arrive. */
        RequestTimeoutProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "request-timeout";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 408;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        ReversalBody: {
            /**
             * @description How much to reverse. Everything that is left without `amount` and `upTo`.
             * @example 100
             */
            amount?: number;
            /**
             * @description Recorded with the reversal.
             * @example refund
             * @enum {string}
             */
            cause: "refund" | "chargeback" | "fraud" | "mistake" | "goodwill";
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "level": 7
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description What happens if the user no longer has credits that are to be taken back. `owe`: the user owes the rest, and later credits repay it first. `take-what-is-left`: the rest is written off. `refuse`: nothing happens. By default, a top-up reversed as `refund`, `chargeback` or `fraud` is owed, one reversed as `mistake` or `goodwill` is written off, and a bonus or a reward is refused. A conversion is always refused.
             * @example owe
             * @enum {string}
             */
            onShortfall?: "refuse" | "take-what-is-left" | "owe";
            /**
             * @description Reverses one operation of a transaction of type `operations`, counted from 0. Without it, all of them are reversed.
             * @example 0
             */
            operation?: number;
            /**
             * @description Reverses all top-ups and bonuses that were credited for this payment.
             * @example {
             *       "provider": "app-store",
             *       "id": "2000000123456789"
             *     }
             */
            payment?: components["schemas"]["PaymentName"];
            /**
             * @description Your reference, such as an order number. Transactions can be filtered by it.
             * @example order-17
             */
            reference?: string | null;
            /**
             * Format: uuid
             * @description The transaction to reverse. Either this or `payment`.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            transactionId?: string;
            /**
             * @description The total to have reversed after this request, whatever was reversed before. If it is reached already, the answer has the amount 0. With `payment`, it can be a share of each credit, rounded up.
             * @example 250
             */
            upTo?: number | components["schemas"]["ShareBody"];
        };
        /** @description There is less left to reverse. */
        ReversalExceedsOriginalProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "reversal-exceeds-original";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /**
             * @description The amount of the original.
             * @example 500
             */
            original: number;
            /**
             * @description What is left.
             * @example 100
             */
            remaining: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /**
             * @description What of it is reversed.
             * @example 400
             */
            reversed: number;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        ReversalItemAnswer: {
            /**
             * @description What was taken or given back at once.
             * @example 470
             */
            amount: number;
            /** @example 500 */
            asked: number;
            /**
             * @example refund
             * @enum {string}
             */
            cause: "refund" | "chargeback" | "fraud" | "mistake" | "goodwill";
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: uuid
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            id: string;
            /**
             * @example reversal
             * @enum {string}
             */
            kind: "reversal" | "reinstatement";
            /**
             * @description The operation of the original, counted from 0.
             * @example 0
             */
            operation?: number;
            /** @example 30 */
            owed: number;
            /** @example 0 */
            writtenOff: number;
        };
        ReversalStateAnswer: {
            /** @description Reversals and reinstatements, oldest first. */
            items: components["schemas"]["ReversalItemAnswer"][];
            /** @description The operations that can be reversed, if the transaction consists of operations. */
            parts?: components["schemas"]["PartStateAnswer"][];
            /**
             * @description What is left to reverse.
             * @example 0
             */
            remaining: number;
            /**
             * @description The running total, of several parts the sum.
             * @example 500
             */
            reversed: number;
            /**
             * @description Whether a transaction of this type can be reversed.
             * @example true
             */
            reversible: boolean;
        };
        ReversedAnswer: {
            /**
             * Format: uuid
             * @description The original.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            id: string;
            /**
             * @description Counts what is done to the original, from 1.
             * @example 1
             */
            number: number;
        };
        ReversedPartAnswer: {
            /** @example 470 */
            amount: number;
            /** @example 500 */
            asked: number;
            /** @example GOLD */
            asset: string;
            /** @example 1 */
            number: number;
            /**
             * @description The operation of the original, counted from 0.
             * @example 0
             */
            operation: number;
            /** @example 30 */
            owed: number;
            /** @example 0 */
            writtenOff: number;
        };
        /** @description Needs the scope `wallet:reward`. */
        RewardOperation: {
            /**
             * @description The code of a task.
             * @example watch-ad
             */
            task: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "reward";
        };
        /** @description There is no such route. */
        RouteNotFoundProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "route-not-found";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 404;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description Sandbox payments are for testers. */
        SandboxPaymentProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "sandbox-payment";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        SettledDebtAnswer: {
            /** @example 30 */
            amount: number;
            /**
             * Format: uuid
             * @description The reversal that the user owes for.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            id: string;
            /**
             * @description The operation of its original, if it consists of operations.
             * @example 0
             */
            operation?: number;
            /**
             * @description What is left of this debt.
             * @example 0
             */
            outstanding: number;
        };
        ShareBody: {
            /**
             * @description In thousandths of a percent.
             * @example 50000
             */
            milliPercent: number;
        };
        SignUpBody: {
            /**
             * Format: password
             * @description Any characters, up to 128 after normalisation (NFC). Must not be the user id.
             * @example correct horse battery staple
             */
            password: string;
            /**
             * @description The id of the wallet.
             * @example dora
             */
            userId: string;
        };
        /** @description Needs the scope `wallet:spend`. */
        SpendOperation: {
            /**
             * @description In whole minor units.
             * @example 30
             */
            amount: number;
            /**
             * @description The code of an asset.
             * @example GOLD
             */
            asset: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "spend";
        };
        StatementAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * @description The closing balance; if the period has not ended, the balance now.
             * @example 70
             */
            closing: number;
            /** @description Oldest first. */
            entries: components["schemas"]["StatementEntryAnswer"][];
            /**
             * Format: date-time
             * @description The start of the period, inclusive.
             * @example 2026-01-01T00:00:00.000Z
             */
            from: string;
            /**
             * @description The opening balance.
             * @example 100
             */
            opening: number;
            /**
             * Format: date-time
             * @description The end of the period, exclusive.
             * @example 2026-02-01T00:00:00.000Z
             */
            to: string;
            /** @description One per type that occurs, sorted by type. Opening + credits − debits = closing. */
            totals: components["schemas"]["TypeTotalAnswer"][];
            /** @example alice */
            userId: string;
        };
        StatementEntryAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /** @example 30 */
            amount: number;
            /** @example 70 */
            balanceAfter: number;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example Iron sword */
            description: string | null;
            /**
             * @example debit
             * @enum {string}
             */
            direction: "debit" | "credit";
            /** @example order-17 */
            reference: string | null;
            /**
             * Format: uuid
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            transactionId: string;
            /**
             * @description More types can be added; accept unknown ones.
             * @example spend
             */
            type: string;
            /**
             * @description The position of the entry in its account, from 1. Also the cursor.
             * @example 2
             */
            version: number;
        };
        SupplyAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * @description The sum of all user balances: everything the system accounts have issued and not absorbed. `null` beyond ±(2^53 − 1).
             * @example 1500
             */
            supply: number | null;
            /**
             * @description The digits of `supply`, present where that is `null`.
             * @example 9007199254740992
             */
            supplyText?: string;
        };
        SystemAccountAnswer: {
            /**
             * @example treasury
             * @enum {string}
             */
            account: "treasury" | "promotions" | "revenue" | "exchange" | "adjustments";
            /** @example GOLD */
            asset: string;
            /**
             * @description Negative if the account has issued more than it absorbed. `null` beyond ±(2^53 − 1).
             * @example -1500
             */
            balance: number | null;
            /**
             * @description The digits of `balance`, present where that is `null`.
             * @example 9007199254740992
             */
            balanceText?: string;
        };
        SystemAccountPage: {
            data: components["schemas"]["SystemAccountAnswer"][];
            /**
             * @description Whether more elements follow.
             * @example false
             */
            hasMore: boolean;
        };
        /** @description The user has already completed the task. */
        TaskAlreadyCompletedProblem: {
            /**
             * Format: date-time
             * @description When the task can be completed again; absent if never.
             * @example 2026-01-02T00:00:00.000Z
             */
            availableAt?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "task-already-completed";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            /**
             * @description The code of the task.
             * @example daily-login
             */
            task: string;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        TaskAnswer: {
            /**
             * @description The asset of the reward. Never changes.
             * @example GOLD
             */
            asset: string;
            /** @example daily-login */
            code: string;
            /**
             * @description `player`: players can complete the task themselves; so can clients.
             * @example player
             * @enum {string}
             */
            completedBy: "client" | "player";
            /**
             * @description How often one user can complete the task. Never changes. Days are UTC.
             * @example daily
             * @enum {string}
             */
            limit: "once" | "daily" | "unlimited";
            /** @example Daily login */
            name: string;
            /**
             * @description A retired task no longer pays a reward.
             * @example false
             */
            retired: boolean;
            /**
             * @description Reward for one completion, in whole minor units.
             * @example 10
             */
            reward: number;
        };
        TaskChangeBody: {
            /**
             * @description `player` is not allowed for an unlimited task.
             * @example client
             * @enum {string}
             */
            completedBy?: "client" | "player";
            /** @example Daily login */
            name?: string;
            /**
             * @description `true` retires the task, `false` restores it.
             * @example false
             */
            retired?: boolean;
            /** @example 15 */
            reward?: number;
        };
        /** @description The task code is taken. */
        TaskExistsProblem: {
            /** @constant */
            code: "task-exists";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 409;
            /**
             * @description The code of the task.
             * @example daily-login
             */
            task: string;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description There is no such task. */
        TaskNotFoundProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "task-not-found";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 404;
            /**
             * @description The code of the task.
             * @example daily-login
             */
            task: string;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        TaskPage: {
            data: components["schemas"]["TaskAnswer"][];
            /**
             * @description Whether more elements follow.
             * @example false
             */
            hasMore: boolean;
        };
        /** @description The task is no longer rewarded. */
        TaskRetiredProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "task-retired";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            /**
             * @description The code of the task.
             * @example daily-login
             */
            task: string;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        TokenAnswer: {
            /**
             * @description Send it as `Authorization: Bearer`. Gives access to the wallet of this player only.
             * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjYXJvbCJ9.3q2-7w
             */
            accessToken: string;
            /**
             * @description Seconds until the token expires. Log in again after that.
             * @example 900
             */
            expiresIn: number;
            /** @enum {string} */
            tokenType: "Bearer";
            /** @example dora */
            userId: string;
        };
        /** @description There are too many conversion rates. */
        TooManyConversionRatesProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "too-many-conversion-rates";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The largest number of rates.
             * @example 1000
             */
            limit: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The account has too many open holds. */
        TooManyHoldsProblem: {
            /**
             * @description The code of the asset.
             * @example GOLD
             */
            asset: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "too-many-holds";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description How many holds of an account can be open.
             * @example 1000
             */
            limit: number;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        TopUpBody: {
            /**
             * @description In whole minor units.
             * @example 30
             */
            amount: number;
            /**
             * @description The write happens only if the balance is like this before it; otherwise it is refused as `precondition-failed`. At least one member. A retry of a success does not check them again.
             * @example {
             *       "maxBalance": 1000000
             *     }
             */
            conditions?: components["schemas"]["BalanceConditions"];
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "level": 7
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description What the user paid for these credits. A payment is credited once, whatever the key, the user and the client. No limit of the asset refuses credits that were paid for.
             * @example {
             *       "provider": "app-store",
             *       "id": "2000000123456789",
             *       "environment": "live"
             *     }
             */
            payment?: components["schemas"]["PaymentBody"];
            /**
             * @description Your reference, such as an order number. Transactions can be filtered by it.
             * @example order-17
             */
            reference?: string | null;
        };
        /** @description Needs the scope `wallet:credit`. */
        TopupOperation: {
            /**
             * @description In whole minor units.
             * @example 30
             */
            amount: number;
            /**
             * @description The code of an asset.
             * @example GOLD
             */
            asset: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "topup";
        };
        TransactionAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /**
             * @description The amount moved, or set aside if nothing moved. 0 if there was nothing to do.
             * @example 30
             */
            amount: number;
            /**
             * @description What the running total changed by: the sum of `amount`, `owed` and `writtenOff`.
             * @example 500
             */
            asked?: number;
            /**
             * @description For a conversion, the asset converted from; of several operations, that of the first. `entries` has all.
             * @example GOLD
             */
            asset: string;
            /**
             * @description With `hold`: what the user could spend after the transaction.
             * @example 70
             */
            available?: number;
            /**
             * @description The user's balance after the transaction; of several operations, after the first.
             * @example 70
             */
            balance: number;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example Iron sword */
            description: string | null;
            /** @description All entries; per asset they sum to zero. Empty if the transaction moved nothing, as the authorisation of a hold. */
            entries: components["schemas"]["EntryAnswer"][];
            /** @description What a forgiveness forgives, oldest first. */
            forgives?: components["schemas"]["SettledDebtAnswer"][];
            /**
             * @description With `hold`: what was held after it.
             * @example 30
             */
            held?: number;
            /** @description The hold that the transaction changed, as of then. */
            hold?: components["schemas"]["HoldAnswer"];
            /**
             * Format: uuid
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            id: string;
            /**
             * @description The caller's metadata. For a purchase, a reward or a conversion, one more member holds its terms.
             * @example {}
             */
            metadata: {
                [key: string]: unknown;
            };
            /**
             * @description Of a reversal, the part of `asked` that the user owes; of a reinstatement, the part that was still owed. After a forgiveness, what the user owes.
             * @example 0
             */
            owed?: number;
            /** @description Each operation that was reversed or reinstated, if the original consists of operations. The figures outside are those of the first. */
            parts?: components["schemas"]["ReversedPartAnswer"][];
            /**
             * @description The payment that this transaction credited.
             * @example {
             *       "provider": "app-store",
             *       "id": "2000000123456789",
             *       "environment": "live"
             *     }
             */
            payment?: components["schemas"]["PaymentBody"];
            /** @example order-17 */
            reference: string | null;
            /**
             * @description What a reinstatement undoes.
             * @example {
             *       "id": "019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10"
             *     }
             */
            reinstates?: components["schemas"]["ReinstatedAnswer"];
            /** @description What a repayment repays. */
            repays?: components["schemas"]["SettledDebtAnswer"][];
            /** @description The outcome of each operation, in order. Only transactions of type `operations` have it. */
            results?: components["schemas"]["OperationResultAnswer"][];
            /**
             * @description What was reversed of this transaction by now. Only where one transaction or a payment is read.
             * @example {
             *       "reversible": true,
             *       "reversed": 0,
             *       "remaining": 500,
             *       "items": []
             *     }
             */
            reversal?: components["schemas"]["ReversalStateAnswer"];
            /**
             * @description What a reversal reverses.
             * @example {
             *       "id": "019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10",
             *       "number": 1
             *     }
             */
            reverses?: components["schemas"]["ReversedAnswer"];
            /**
             * @description More types can be added; accept unknown ones.
             * @example spend
             */
            type: string;
            /** @example alice */
            userId: string;
            /**
             * @description The part of `asked` that is lost.
             * @example 0
             */
            writtenOff?: number;
        };
        /** @description There is no such transaction. */
        TransactionNotFoundProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "transaction-not-found";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /**
             * @description The provider and the id of the payment that credited no transaction of the user.
             * @example app-store/2000000123456789
             */
            payment?: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 404;
            title: string;
            /**
             * Format: uuid
             * @description The id that was not found.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            transactionId?: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        TransactionPage: {
            /**
             * @description The `after` of the next page, now or later. Present if the request had `after`.
             * @example AQAAAAAAAAAAAAAAAAAAAAA
             */
            cursor?: string;
            data: components["schemas"]["TransactionAnswer"][];
            /**
             * @description Whether more elements follow.
             * @example false
             */
            hasMore: boolean;
            /**
             * Format: uuid
             * @description The `startingAfter` of the next page, if the scan ended before this page was full.
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            next?: string;
        };
        TransactionProofAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /**
             * @description The owner of the key.
             * @example game-server
             */
            clientId: string;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example Iron sword */
            description: string | null;
            /**
             * @description SHA-256 over the effects of the transaction besides its entries; `null` if it had none.
             * @example null
             */
            effectsDigest: string | null;
            /** @description In the order in which they are hashed. */
            entries: components["schemas"]["ProvenEntryAnswer"][];
            /**
             * Format: uuid
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            id: string;
            /** @example order-17 */
            idempotencyKey: string;
            /**
             * @description The metadata as hashed: canonical JSON (RFC 8785).
             * @example {}
             */
            metadata: string;
            /**
             * @description The position of the transaction in its shard.
             * @example 17
             */
            place: number;
            /** @example order-17 */
            reference: string | null;
            /**
             * @description The salt of the hashed texts: the user's 16 random bytes, in hexadecimal.
             * @example 9f86d081884c7d659a2feaa0c55ad015
             */
            salt: string;
            /**
             * @description The shard that holds all rows of the user.
             * @example 3
             */
            shard: number;
            /**
             * @description More types can be added; accept unknown ones.
             * @example spend
             */
            type: string;
            /** @example alice */
            userId: string;
        };
        TypeTotalAnswer: {
            /**
             * @description The number of entries.
             * @example 1
             */
            count: number;
            /**
             * @description The sum of the credits. `null` beyond ±(2^53 − 1).
             * @example 0
             */
            credit: number | null;
            /**
             * @description The digits of `credit`, present where that is `null`.
             * @example 9007199254740992
             */
            creditText?: string;
            /**
             * @description The sum of the debits. `null` beyond ±(2^53 − 1).
             * @example 30
             */
            debit: number | null;
            /**
             * @description The digits of `debit`, present where that is `null`.
             * @example 9007199254740992
             */
            debitText?: string;
            /**
             * @description More types can be added; accept unknown ones.
             * @example spend
             */
            type: string;
        };
        /** @description The caller is not known. */
        UnauthenticatedProblem: {
            /** @constant */
            code: "unauthenticated";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 401;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description The body is not application/json. */
        UnsupportedMediaTypeProblem: {
            /** @constant */
            code: "unsupported-media-type";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 415;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        UserAnswer: {
            /**
             * Format: date-time
             * @description When the user was registered or first credited, whichever came first.
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /**
             * @description The current freeze; `null` if the wallet is not frozen.
             * @example {
             *       "since": "2026-01-01T00:00:00.000Z",
             *       "reason": "A payment was charged back",
             *       "by": "support-desk"
             *     }
             */
            frozen: components["schemas"]["FrozenAnswer"] | null;
            /**
             * @description The metadata given at registration.
             * @example {
             *       "country": "NL"
             *     }
             */
            metadata: {
                [key: string]: unknown;
            };
            /** @description `false` if the user was only ever credited. */
            registered: boolean;
            /**
             * @description Whether sandbox payments of this user are accepted in a live environment.
             * @example false
             */
            tester: boolean;
            /** @example alice */
            userId: string;
        };
        UserBody: {
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "country": "NL"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The game's id of the user.
             * @example carol
             */
            userId: string;
        };
        UserChangeBody: {
            /** @description Whether sandbox payments of this user are accepted in a live environment. */
            tester: boolean;
        };
        /** @description The user id is taken. */
        UserExistsProblem: {
            /** @constant */
            code: "user-exists";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 409;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        /** @description There is no such user. */
        UserNotFoundProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "user-not-found";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 404;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
            /**
             * @description The game's id of the user.
             * @example alice
             */
            userId: string;
        };
        UserPage: {
            data: components["schemas"]["ListedUserAnswer"][];
            /**
             * @description Whether more elements follow.
             * @example false
             */
            hasMore: boolean;
        };
        /** @description The request is not valid. */
        ValidationFailedProblem: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "validation-failed";
            detail: string;
            /**
             * @description The number of all faults.
             * @example 1
             */
            errorCount: number;
            /**
             * @description The first faults of the request.
             * @example [
             *       {
             *         "pointer": "/amount",
             *         "detail": "must be an integer from 1 to 9007199254740991"
             *       }
             *     ]
             */
            errors: components["schemas"]["FieldErrorAnswer"][];
            /** @description The path of the request. */
            instance: string;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 400;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
        VerificationAnswer: {
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            checkedAt: string;
            /** @example 12 */
            durationMs: number;
            invariants: components["schemas"]["InvariantAnswer"][];
            /** @description Whether every invariant holds. */
            ok: boolean;
        };
        VerificationProgressAnswer: {
            /** @description The results so far. */
            invariants: components["schemas"]["InvariantAnswer"][];
            /**
             * @description The report of the latest finished audit; `null` if there is none.
             * @example null
             */
            report: components["schemas"]["VerificationAnswer"] | null;
            /** @description Whether `state` is `running`. */
            running: boolean;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            startedAt: string | null;
            /**
             * @description State of the latest audit on any instance. `failed`: an error ended it. `lost`: its instance ended first. `none`: there has been no audit.
             * @example running
             * @enum {string}
             */
            state: "none" | "running" | "finished" | "failed" | "lost";
            /**
             * @description A step is one invariant in one shard.
             * @example 144
             */
            steps: number;
            /** @example 37 */
            stepsDone: number;
        };
        VerificationStartedAnswer: {
            progress: components["schemas"]["VerificationStepsAnswer"];
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            startedAt: string;
        };
        VerificationStepsAnswer: {
            /**
             * @description A step is one invariant in one shard.
             * @example 144
             */
            steps: number;
            /** @example 37 */
            stepsDone: number;
        };
        WalletAnswer: {
            balances: components["schemas"]["AssetBalanceAnswer"][];
            /** @example alice */
            userId: string;
        };
        /** @description The wallet is frozen. */
        WalletFrozenProblem: {
            /**
             * @description The code of the asset.
             * @example GOLD
             */
            asset: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            code: "wallet-frozen";
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description The operation that was refused, counted from 0. Only from several operations.
             * @example 1
             */
            operation?: number;
            /** @description Identifies the request in the log. */
            requestId: string;
            /** @constant */
            status: 422;
            title: string;
            /** @description URL of the explanation of the code. */
            type: string;
        };
    };
    responses: {
        /** @description `asset-exists`: The asset code is taken */
        AssetExistsProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AssetExistsProblem"];
            };
        };
        /** @description `asset-not-found`: There is no such asset */
        AssetNotFoundProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AssetNotFoundProblem"];
            };
        };
        /** @description `bad-request`: The request is not valid HTTP */
        BadRequestProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["BadRequestProblem"];
            };
        };
        /** @description `body-too-large`: The body is too large */
        BodyTooLargeProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["BodyTooLargeProblem"];
            };
        };
        /** @description `forbidden`: The caller may not do this */
        ForbiddenProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ForbiddenProblem"];
            };
        };
        /** @description `hold-not-found`: There is no such hold */
        HoldNotFoundProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["HoldNotFoundProblem"];
            };
        };
        /** @description `internal`: Something went wrong on our side */
        InternalProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InternalProblem"];
            };
        };
        /** @description `item-exists`: The item code is taken */
        ItemExistsProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ItemExistsProblem"];
            };
        };
        /** @description `item-not-found`: There is no such item */
        ItemNotFoundProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ItemNotFoundProblem"];
            };
        };
        /** @description `not-acceptable`: There is no such format */
        NotAcceptableProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotAcceptableProblem"];
            };
        };
        /** @description `route-not-found`: There is no such route · `request-timeout`: The request took too long to arrive · `headers-too-large`: The headers are too large */
        NotRouted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["RouteNotFoundProblem"] | components["schemas"]["RequestTimeoutProblem"] | components["schemas"]["HeadersTooLargeProblem"];
            };
        };
        /** @description `payment-not-found`: There is no such payment */
        PaymentNotFoundProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PaymentNotFoundProblem"];
            };
        };
        /** @description `player-task-unlimited`: A task that players complete needs a limit */
        PlayerTaskUnlimitedProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PlayerTaskUnlimitedProblem"];
            };
        };
        /** @description `precondition-failed`: A precondition of the request does not hold */
        PreconditionFailedProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PreconditionFailedProblem"];
            };
        };
        /** @description `rate-limited`: Too many requests */
        RateLimitedProblem: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["RateLimitedProblem"];
            };
        };
        /** @description `route-not-found`: There is no such route */
        RouteNotFoundProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["RouteNotFoundProblem"];
            };
        };
        /** @description `task-exists`: The task code is taken */
        TaskExistsProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TaskExistsProblem"];
            };
        };
        /** @description `task-not-found`: There is no such task */
        TaskNotFoundProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TaskNotFoundProblem"];
            };
        };
        /** @description `transaction-not-found`: There is no such transaction */
        TransactionNotFoundProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TransactionNotFoundProblem"];
            };
        };
        /** @description `unauthenticated`: The caller is not known */
        UnauthenticatedProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UnauthenticatedProblem"];
            };
        };
        /** @description `unsupported-media-type`: The body is not application/json */
        UnsupportedMediaTypeProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
            };
        };
        /** @description `user-exists`: The user id is taken */
        UserExistsProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UserExistsProblem"];
            };
        };
        /** @description `user-not-found`: There is no such user */
        UserNotFoundProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UserNotFoundProblem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description The state of each limit: `r` requests remain, and the limit resets in `t` seconds. Also sent with other answers.
         * @example "default";r=0;t=7
         */
        RateLimit: string;
        /**
         * @description Each limit that applies: `q` requests in `w` seconds. Also sent with other answers.
         * @example "default";q=100;w=10
         */
        "RateLimit-Policy": string;
        /** @description Seconds to wait. */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveAnswer"];
                };
            };
            400: components["responses"]["BadRequestProblem"];
            500: components["responses"]["InternalProblem"];
            default: components["responses"]["NotRouted"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyAnswer"];
                };
            };
            400: components["responses"]["BadRequestProblem"];
            500: components["responses"]["InternalProblem"];
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyAnswer"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    listAssets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetPage"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    createAsset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAssetBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            409: components["responses"]["AssetExistsProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    changeAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of an asset. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            404: components["responses"]["RouteNotFoundProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /** @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            404: components["responses"]["RouteNotFoundProblem"];
            409: components["responses"]["UserExistsProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /** @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description The id of a client, or `operator:` and a login. */
                by?: string;
                /** @description Recorded at or after this instant (RFC 3339). */
                from?: string;
                kind?: "asset" | "item" | "task" | "conversion-rate" | "client" | "user";
                /** @description Elements per page. */
                limit?: number;
                /** @description The `number` of the last element of the previous page. */
                startingAfter?: number;
                subject?: string;
                /** @description Recorded before this instant (RFC 3339). */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    listConversionRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionRatePage"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    setConversionRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of the asset to convert from. */
                from: string;
                /** @description The code of the asset to convert to. */
                to: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversionRateBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionRateAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `conversion-cycle-creates-credits`: The rate would let conversions create credits · `too-many-conversion-rates`: There are too many conversion rates */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConversionCycleCreatesCreditsProblem"] | components["schemas"]["TooManyConversionRatesProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    removeConversionRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of the asset to convert from. */
                from: string;
                /** @description The code of the asset to convert to. */
                to: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no such rate. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getEconomy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EconomyAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getEconomyDays: {
        parameters: {
            query?: {
                /** @description The number of days, including today. */
                days?: number;
            };
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EconomyDaysAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getHolders: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldersAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    listItems: {
        parameters: {
            query?: {
                /** @description Whether what is retired is listed too. */
                includeRetired?: boolean;
                /** @description Elements per page. */
                limit?: number;
                /** @description The last `code` seen. */
                startingAfter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemPage"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    createItem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewItemBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            409: components["responses"]["ItemExistsProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of an item. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["ItemNotFoundProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    changeItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of an item. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["ItemNotFoundProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    verifyLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationAnswer"];
                };
            };
            /** @description The audit is still running. */
            202: {
                headers: {
                    /** @description URL of its progress. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationStartedAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getVerificationProgress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationProgressAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The provider's id of the payment. Compared byte by byte. */
                id: string;
                /** @description The shop or payment service that took the money. Choose one name for each and keep it. */
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["PaymentNotFoundProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    listSystemAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemAccountPage"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description Whether what is retired is listed too. */
                includeRetired?: boolean;
                /** @description Elements per page. */
                limit?: number;
                /** @description The last `code` seen. */
                startingAfter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTaskBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            409: components["responses"]["TaskExistsProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            422: components["responses"]["PlayerTaskUnlimitedProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of a task. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["TaskNotFoundProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    changeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of a task. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["TaskNotFoundProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            422: components["responses"]["PlayerTaskUnlimitedProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /** @description `start`, or the `cursor` of an earlier page. Cannot be combined with filters. */
                after?: string;
                asset?: string;
                /** @description Created at or after this instant (RFC 3339). */
                from?: string;
                /** @description Elements per page. */
                limit?: number;
                reference?: string;
                /** @description The `id` of the last element of the previous page. */
                startingAfter?: string;
                /** @description Created before this instant (RFC 3339). */
                to?: string;
                type?: "topup" | "bonus" | "spend" | "hold" | "capture" | "void" | "lapse" | "purchase" | "reward" | "conversion" | "operations" | "adjustment" | "reversal" | "reinstatement" | "repayment" | "forgiveness";
                userId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionPage"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `invalid-cursor`: The cursor is not one of this list
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["InvalidCursorProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["TransactionNotFoundProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getTransactionProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionProofAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["TransactionNotFoundProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Elements per page. */
                limit?: number;
                /** @description The `userId` of the last element of the previous page. */
                startingAfter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    registerUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserBody"];
            };
        };
        responses: {
            /** @description The user was already registered. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredUserAnswer"];
                };
            };
            /** @description The user is registered. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredUserAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["UserNotFoundProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["UserNotFoundProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    freezeWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeBody"];
            };
        };
        responses: {
            /** @description The wallet is frozen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["UserNotFoundProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    listFreezes: {
        parameters: {
            query?: {
                /** @description Elements per page. */
                limit?: number;
                /** @description The `number` of the last element of the previous page. */
                startingAfter?: number;
            };
            header?: never;
            path: {
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezePage"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["UserNotFoundProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    unfreezeWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeBody"];
            };
        };
        responses: {
            /** @description The wallet is not frozen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["UserNotFoundProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    listDebtors: {
        parameters: {
            query: {
                /** @description Elements per page. */
                limit?: number;
                /** @description The code of an asset. */
                owing: string;
                /** @description The last `userId` seen. */
                startingAfter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DebtorPage"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["UserNotFoundProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getBalance: {
        parameters: {
            query?: {
                /** @description The balance at this instant (RFC 3339): counts every entry recorded at or before it. */
                at?: string;
            };
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /**
                     * @description Names the state of the account: its version and available balance. Send it as If-Match to write only if nothing has changed. Absent with `at`.
                     * @example "2-70"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            /** @description `asset-not-found`: There is no such asset · `user-not-found`: There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssetNotFoundProblem"] | components["schemas"]["UserNotFoundProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    adjustBalance: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
                /** @description The `ETag` of the balance that the request relies on. If the account has changed since, the request is refused as `precondition-failed`. One strong tag; part of the request that the Idempotency-Key stands for. */
                "If-Match"?: string;
            };
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustmentBody"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `asset-retired`: The asset is retired · `adjustment-exceeds-limit`: The client may not adjust by this much */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["AssetRetiredProblem"] | components["schemas"]["AdjustmentExceedsLimitProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    grantBonus: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
                /** @description The `ETag` of the balance that the request relies on. If the account has changed since, the request is refused as `precondition-failed`. One strong tag; part of the request that the Idempotency-Key stands for. */
                "If-Match"?: string;
            };
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostingBody"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `asset-retired`: The asset is retired */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["AssetRetiredProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    listEntries: {
        parameters: {
            query?: {
                /** @description Elements per page. */
                limit?: number;
                /** @description The `version` of the last element of the previous page. */
                startingAfter?: number;
            };
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryPage"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            /** @description `asset-not-found`: There is no such asset · `user-not-found`: There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssetNotFoundProblem"] | components["schemas"]["UserNotFoundProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    listHolds: {
        parameters: {
            query?: {
                /** @description Elements per page. */
                limit?: number;
                /** @description The `id` of the last element of the previous page. */
                startingAfter?: string;
                /** @description All by default. */
                status?: "open" | "captured" | "voided" | "lapsed";
            };
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldPage"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `invalid-cursor`: The cursor is not one of this list
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["InvalidCursorProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            /** @description `asset-not-found`: There is no such asset · `user-not-found`: There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssetNotFoundProblem"] | components["schemas"]["UserNotFoundProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    authoriseHold: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
                /** @description The `ETag` of the balance that the request relies on. If the account has changed since, the request is refused as `precondition-failed`. One strong tag; part of the request that the Idempotency-Key stands for. */
                "If-Match"?: string;
            };
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldBody"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedHoldAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `too-many-holds`: The account has too many open holds */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["TooManyHoldsProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
                holdId: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["HoldNotFoundProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    captureHold: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
                /** @description The `ETag` of the balance that the request relies on. If the account has changed since, the request is refused as `precondition-failed`. One strong tag; part of the request that the Idempotency-Key stands for. */
                "If-Match"?: string;
            };
            path: {
                /** @description The code of an asset. */
                asset: string;
                holdId: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CaptureBody"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            /** @description `asset-not-found`: There is no such asset · `hold-not-found`: There is no such hold */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssetNotFoundProblem"] | components["schemas"]["HoldNotFoundProblem"];
                };
            };
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `hold-closed`: The hold is closed · `hold-lapsed`: The hold has lapsed · `capture-exceeds-hold`: The hold is smaller than the capture */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["HoldClosedProblem"] | components["schemas"]["HoldLapsedProblem"] | components["schemas"]["CaptureExceedsHoldProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    voidHold: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
                /** @description The `ETag` of the balance that the request relies on. If the account has changed since, the request is refused as `precondition-failed`. One strong tag; part of the request that the Idempotency-Key stands for. */
                "If-Match"?: string;
            };
            path: {
                /** @description The code of an asset. */
                asset: string;
                holdId: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConditionalDetails"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedHoldAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            /** @description `asset-not-found`: There is no such asset · `hold-not-found`: There is no such hold */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssetNotFoundProblem"] | components["schemas"]["HoldNotFoundProblem"];
                };
            };
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `hold-closed`: The hold is closed · `hold-lapsed`: The hold has lapsed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["HoldClosedProblem"] | components["schemas"]["HoldLapsedProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    forgiveDebt: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
                /** @description The `ETag` of the balance that the request relies on. If the account has changed since, the request is refused as `precondition-failed`. One strong tag; part of the request that the Idempotency-Key stands for. */
                "If-Match"?: string;
            };
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgivenessBody"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `forgiveness-exceeds-debt`: The user owes less */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["ForgivenessExceedsDebtProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    spend: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
                /** @description The `ETag` of the balance that the request relies on. If the account has changed since, the request is refused as `precondition-failed`. One strong tag; part of the request that the Idempotency-Key stands for. */
                "If-Match"?: string;
            };
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostingBody"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    getStatement: {
        parameters: {
            query: {
                /** @description Recorded at or after this instant (RFC 3339). */
                from: string;
                /** @description Recorded before this instant (RFC 3339). Later than `from`, by at most 366 days. */
                to: string;
            };
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statement, in the format that `Accept` prefers; JSON by default. */
            200: {
                headers: {
                    /**
                     * @description The file name; CSV only.
                     * @example attachment; filename="statement-alice-GOLD-2026-01-01-2026-02-01.csv"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementAnswer"];
                    /** @example {"version":2,"transactionId":"019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10","type":"spend","direction":"debit","amount":30,"balanceAfter":70,"reference":"order-17","description":"Iron sword","actor":{"kind":"client","id":"game-server"},"createdAt":"2026-01-01T00:00:00.000Z"} */
                    "application/x-ndjson": string;
                    /**
                     * @example version,createdAt,transactionId,type,direction,amount,balanceAfter,reference,description,actorKind,actorId
                     *     2,2026-01-01T00:00:00.000Z,019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10,spend,debit,30,70,order-17,Iron sword,client,game-server
                     */
                    "text/csv": string;
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            /** @description `asset-not-found`: There is no such asset · `user-not-found`: There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssetNotFoundProblem"] | components["schemas"]["UserNotFoundProblem"];
                };
            };
            406: components["responses"]["NotAcceptableProblem"];
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    topUp: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
                /** @description The `ETag` of the balance that the request relies on. If the account has changed since, the request is refused as `precondition-failed`. One strong tag; part of the request that the Idempotency-Key stands for. */
                "If-Match"?: string;
            };
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpBody"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `asset-retired`: The asset is retired · `payment-already-credited`: The payment is already credited · `sandbox-payment`: Sandbox payments are for testers · `live-payment`: A test wallet credits no live payment */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["AssetRetiredProblem"] | components["schemas"]["PaymentAlreadyCreditedProblem"] | components["schemas"]["SandboxPaymentProblem"] | components["schemas"]["LivePaymentProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    verifyAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountVerificationAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            /** @description `asset-not-found`: There is no such asset · `user-not-found`: There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssetNotFoundProblem"] | components["schemas"]["UserNotFoundProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    convert: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversionBody"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            404: components["responses"]["AssetNotFoundProblem"];
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `asset-retired`: The asset is retired · `conversion-not-offered`: There is no rate for this conversion · `amount-not-convertible`: The amount is not a whole multiple of the rate · `amount-too-large`: The amount would be too large */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["AssetRetiredProblem"] | components["schemas"]["ConversionNotOfferedProblem"] | components["schemas"]["AmountNotConvertibleProblem"] | components["schemas"]["AmountTooLargeProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    carryOutOperations: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperationsBody"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            /**
             * @description `asset-not-found`: There is no such asset
             *
             *     `item-not-found`: There is no such item · `task-not-found`: There is no such task
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssetNotFoundProblem"] | components["schemas"]["ItemNotFoundProblem"] | components["schemas"]["TaskNotFoundProblem"];
                };
            };
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /**
             * @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `payment-already-credited`: The payment is already credited · `sandbox-payment`: Sandbox payments are for testers · `live-payment`: A test wallet credits no live payment
             *
             *     `asset-retired`: The asset is retired · `item-retired`: The item is no longer sold · `amount-too-large`: The amount would be too large · `task-retired`: The task is no longer rewarded · `task-already-completed`: The user has already completed the task · `conversion-not-offered`: There is no rate for this conversion · `amount-not-convertible`: The amount is not a whole multiple of the rate
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["PaymentAlreadyCreditedProblem"] | components["schemas"]["SandboxPaymentProblem"] | components["schemas"]["LivePaymentProblem"] | components["schemas"]["AssetRetiredProblem"] | components["schemas"]["ItemRetiredProblem"] | components["schemas"]["AmountTooLargeProblem"] | components["schemas"]["TaskRetiredProblem"] | components["schemas"]["TaskAlreadyCompletedProblem"] | components["schemas"]["ConversionNotOfferedProblem"] | components["schemas"]["AmountNotConvertibleProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    purchaseItem: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
                /** @description The `ETag` of the balance that the request relies on. If the account has changed since, the request is refused as `precondition-failed`. One strong tag; part of the request that the Idempotency-Key stands for. */
                "If-Match"?: string;
            };
            path: {
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurchaseBody"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            /** @description `asset-not-found`: There is no such asset · `item-not-found`: There is no such item */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssetNotFoundProblem"] | components["schemas"]["ItemNotFoundProblem"];
                };
            };
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `item-retired`: The item is no longer sold · `amount-too-large`: The amount would be too large */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["ItemRetiredProblem"] | components["schemas"]["AmountTooLargeProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    reverseTransaction: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReversalBody"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            /** @description `asset-not-found`: There is no such asset · `transaction-not-found`: There is no such transaction */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssetNotFoundProblem"] | components["schemas"]["TransactionNotFoundProblem"];
                };
            };
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `not-reversible`: A transaction of this type cannot be reversed · `reversal-exceeds-original`: There is less left to reverse · `amount-not-convertible`: The amount is not a whole multiple of the rate */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["NotReversibleProblem"] | components["schemas"]["ReversalExceedsOriginalProblem"] | components["schemas"]["AmountNotConvertibleProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    reinstateReversal: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The id of a reversal. */
                transactionId: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReinstatementBody"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            /** @description `asset-not-found`: There is no such asset · `transaction-not-found`: There is no such transaction */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssetNotFoundProblem"] | components["schemas"]["TransactionNotFoundProblem"];
                };
            };
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `not-reversible`: A transaction of this type cannot be reversed · `reversal-exceeds-original`: There is less left to reverse · `amount-not-convertible`: The amount is not a whole multiple of the rate */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["NotReversibleProblem"] | components["schemas"]["ReversalExceedsOriginalProblem"] | components["schemas"]["AmountNotConvertibleProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
    completeTask: {
        parameters: {
            query?: {
                /** @description With `true`, nothing happens: the request is decided on a snapshot, without a lock, and every check is reported. Needs no Idempotency-Key. */
                dryRun?: "true";
            };
            header: {
                /** @description One key per intended operation, the same for every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
                /** @description The `ETag` of the balance that the request relies on. If the account has changed since, the request is refused as `precondition-failed`. One strong tag; part of the request that the Idempotency-Key stands for. */
                "If-Match"?: string;
            };
            path: {
                /** @description The code of a task. */
                task: string;
                /** @description The game's id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConditionalDetails"];
            };
        };
        responses: {
            /** @description With `dryRun=true`: what the request would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wouldSucceed": false,
                     *       "refusal": {
                     *         "type": "/problems/insufficient-funds",
                     *         "title": "The balance is too low",
                     *         "status": 422,
                     *         "detail": "The balance is 70 GOLD; 100 are required.",
                     *         "instance": "/v1/wallets/alice/GOLD/spend",
                     *         "code": "insufficient-funds",
                     *         "requestId": "3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90",
                     *         "asset": "GOLD",
                     *         "balance": 70,
                     *         "required": 100
                     *       },
                     *       "checks": [
                     *         {
                     *           "code": "asset-not-found",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "wallet-frozen",
                     *           "result": "passed"
                     *         },
                     *         {
                     *           "code": "insufficient-funds",
                     *           "result": "failed",
                     *           "asset": "GOLD",
                     *           "balance": 70,
                     *           "required": 100
                     *         }
                     *       ],
                     *       "asOf": "2026-01-01T00:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description The transaction is committed. A retry with the same key gets the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` if this repeats the answer to an earlier request with the same key. Also sent with problems, whose `requestId` is new. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /**
             * @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON
             *
             *     `bad-request`: The request is not valid HTTP
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ValidationFailedProblem"] | components["schemas"]["IdempotencyKeyMissingProblem"] | components["schemas"]["IdempotencyKeyInvalidProblem"] | components["schemas"]["MalformedJsonProblem"] | components["schemas"]["BadRequestProblem"];
                };
            };
            401: components["responses"]["UnauthenticatedProblem"];
            403: components["responses"]["ForbiddenProblem"];
            /** @description `asset-not-found`: There is no such asset · `task-not-found`: There is no such task */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssetNotFoundProblem"] | components["schemas"]["TaskNotFoundProblem"];
                };
            };
            412: components["responses"]["PreconditionFailedProblem"];
            413: components["responses"]["BodyTooLargeProblem"];
            415: components["responses"]["UnsupportedMediaTypeProblem"];
            /** @description `amount-out-of-range`: The amount is out of range for the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `asset-retired`: The asset is retired · `task-retired`: The task is no longer rewarded · `task-already-completed`: The user has already completed the task */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AmountOutOfRangeProblem"] | components["schemas"]["InsufficientFundsProblem"] | components["schemas"]["IdempotencyKeyReusedProblem"] | components["schemas"]["BalanceLimitExceededProblem"] | components["schemas"]["WalletFrozenProblem"] | components["schemas"]["AssetRetiredProblem"] | components["schemas"]["TaskRetiredProblem"] | components["schemas"]["TaskAlreadyCompletedProblem"];
                };
            };
            429: components["responses"]["RateLimitedProblem"];
            500: components["responses"]["InternalProblem"];
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `database-read-only`: The database is read-only · `database-disk-full`: The disk of the database is full · `database-starting-up`: The database does not accept connections yet · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OverloadedProblem"] | components["schemas"]["DatabaseUnavailableProblem"] | components["schemas"]["DatabaseReadOnlyProblem"] | components["schemas"]["DatabaseDiskFullProblem"] | components["schemas"]["DatabaseStartingUpProblem"] | components["schemas"]["OutcomeUnknownProblem"] | components["schemas"]["IdentityProviderUnavailableProblem"];
                };
            };
            default: components["responses"]["NotRouted"];
        };
    };
}
