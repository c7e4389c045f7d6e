namespace Pannier.Tests.Mail.Imap;

public sealed class BareDemoContractTests(BareDemoServer server) : StoreContract(server), IClassFixture<BareDemoServer>
{
    protected override bool HasSpecialUse => false;
}
