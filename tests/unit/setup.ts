import fc from 'fast-check';

/**
 * A run of the tests is the same every time. Whoever looks for what the properties have not met yet gives a seed of
 * their own: `URATORI_SEED=$RANDOM npm run test:unit`.
 */
fc.configureGlobal({ seed: Number(process.env.URATORI_SEED ?? 20250208) });
