using Pannier.Tests.Mail.Imap;

namespace Pannier.Tests.Mail.Mirror;

public sealed class DovecotOddMailTests(DovecotServer server) : OddMailContract(server), IClassFixture<DovecotServer>;
