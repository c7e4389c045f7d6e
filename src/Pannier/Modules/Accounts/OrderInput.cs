using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Accounts;

internal sealed record OrderInput(AccountId Account, Move Move) : IInput<OrderInput>
{
    public static OrderInput Read(Fields fields) => new(fields.One("account", AccountId.Read), fields.One("move", Choice.Read<Move>));
}
