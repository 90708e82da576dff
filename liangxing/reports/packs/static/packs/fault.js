// What can be wrong, as a key with its details: the words stand in words.json, in both languages.

export class Fault extends Error {
  constructor(key, details = {}) {
    super(key);
    this.key = key;
    this.details = details;
  }
}

/** The pack does not show what one figure needs. */
export class Unproven extends Fault {}
