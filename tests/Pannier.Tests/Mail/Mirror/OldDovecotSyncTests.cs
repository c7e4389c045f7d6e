using Pannier.Tests.Mail.Imap;

namespace Pannier.Tests.Mail.Mirror;

public sealed class OldDovecotSyncTests(OldDovecotServer server) : SyncContract(server), IClassFixture<OldDovecotServer>;
