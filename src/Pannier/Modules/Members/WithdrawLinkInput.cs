using Pannier.Core.Http;
using Pannier.Core.Users;

namespace Pannier.Modules.Members;

internal sealed record WithdrawLinkInput(LinkId Link) : IInput<WithdrawLinkInput>
{
    public static WithdrawLinkInput Read(Fields fields) => new(fields.One("link", LinkId.Read));
}
