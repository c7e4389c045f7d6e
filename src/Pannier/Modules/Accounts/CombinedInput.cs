using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Accounts;

internal sealed record CombinedInput(AccountId Account, InCombinedViews Combined) : IInput<CombinedInput>
{
    public static CombinedInput Read(Fields fields) => new(fields.One("account", AccountId.Read), fields.One("combined", Choice.Read<InCombinedViews>));
}
