namespace Pannier.Tests.Mail.Imap;

public sealed class BareDovecotContractTests(BareDovecotServer server) : StoreContract(server), IClassFixture<BareDovecotServer>;
