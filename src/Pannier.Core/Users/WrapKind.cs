namespace Pannier.Core.Users;

/// <summary>A way to a person's root key.</summary>
public enum WrapKind
{
    Password,
    Recovery,
}
