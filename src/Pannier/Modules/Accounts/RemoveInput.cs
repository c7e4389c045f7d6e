using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Accounts;

internal sealed record RemoveInput(AccountId Account, Tick Sure) : IInput<RemoveInput>
{
    public static RemoveInput Read(Fields fields) => new(fields.One("account", AccountId.Read), fields.Ticked("sure"));
}
