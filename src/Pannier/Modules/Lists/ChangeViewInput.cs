using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Lists;

internal sealed record ChangeViewInput(ViewId View, ViewFields Typed) : IInput<ChangeViewInput>
{
    public static ChangeViewInput Read(Fields fields) => new(fields.One("view", ViewId.Read), ViewFields.Read(fields));
}
