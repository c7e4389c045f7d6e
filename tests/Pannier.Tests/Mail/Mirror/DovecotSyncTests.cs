using Pannier.Tests.Mail.Imap;

namespace Pannier.Tests.Mail.Mirror;

public sealed class DovecotSyncTests(DovecotServer server) : SyncContract(server), IClassFixture<DovecotServer>;
