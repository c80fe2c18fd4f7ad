import { messagesLoader } from '~/routes/messages-route.ts';

export const loader = messagesLoader({ can: 'application.read-own', audit: null });
