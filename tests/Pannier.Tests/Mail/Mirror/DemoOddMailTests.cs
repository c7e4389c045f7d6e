using Pannier.Tests.Mail.Imap;

namespace Pannier.Tests.Mail.Mirror;

public sealed class DemoOddMailTests(DemoServer server) : OddMailContract(server), IClassFixture<DemoServer>;
