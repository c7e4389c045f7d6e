using Pannier.Tests.Mail.Imap;

namespace Pannier.Tests.Mail.Mirror;

public sealed class BareDemoSyncTests(BareDemoServer server) : SyncContract(server), IClassFixture<BareDemoServer>;
