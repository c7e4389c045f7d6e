using Pannier.Tests.Mail.Imap;

namespace Pannier.Tests.Mail.Mirror;

public sealed class DemoSyncTests(DemoServer server) : SyncContract(server), IClassFixture<DemoServer>;
