namespace Pannier.Mail.Discovery;

/// <summary>What a server wants as user name.</summary>
public enum UserNameForm
{
    /// <summary>The whole address.</summary>
    Address,

    /// <summary>What stands before the <c>@</c>.</summary>
    LocalPart,
}
