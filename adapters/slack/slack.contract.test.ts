import { chatContract } from '../../test/chat-contract.ts';
import { slackHarness } from '../../test/stand-ins/slack-harness.ts';

chatContract('slack', slackHarness);
