using Pannier.Tests.Mail.Imap;

namespace Pannier.Tests.Mail.Mirror;

public sealed class BareDovecotSyncTests(BareDovecotServer server) : SyncContract(server), IClassFixture<BareDovecotServer>;
