import { createContext, useContext } from 'react';

/** The one-time word by which the browser tells our own scripts from injected ones; the server sets it per response. */
export const NonceContext = createContext<string | undefined>(undefined);

export const useNonce = (): string | undefined => useContext(NonceContext);
