namespace Pannier.Tests.Mail.Imap;

public sealed class DemoContractTests(DemoServer server) : StoreContract(server), IClassFixture<DemoServer>;
