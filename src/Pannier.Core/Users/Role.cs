namespace Pannier.Core.Users;

/// <summary>What a person may do on this site beside reading their own mail.</summary>
public enum Role
{
    Member,

    /// <summary>May invite, list and remove people. Can read nobody's mail.</summary>
    Administrator,
}
